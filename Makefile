# make run 启动演示 · make test 全部测试 · make check 代码检查 · make bench 性能 · make demo 重建演示数据 · make fonts 取开源中文字体
# 没有 make 的机器：python3 scripts/dev.py run（其余命令同名）

# A name on PATH may be a version-manager shim that does not run: every candidate is executed.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
ARGS ?=

.PHONY: help run test check bench demo setup fonts
.DEFAULT_GOAL := help

help:
	@sed -n '1,2s/^# //p' Makefile

run test check bench demo setup fonts:
	@if [ -z "$(PYTHON)" ]; then \
		echo "没有找到 Python 3.11 或更新版本。Debian / Ubuntu 可以这样装："; \
		echo "    sudo apt-get install python3 python3-venv"; exit 1; fi
	@exec $(PYTHON) scripts/dev.py $@ $(ARGS)
