"""One settings file; what differs is the environment. Data lies under JIANYI_HOME."""

import os
from pathlib import Path
from secrets import token_urlsafe
from tempfile import gettempdir
from typing import Any


# The finder of personal data multiplies small matrices: shared among threads they take twice the work and are no sooner done.
# Said before numpy is loaded, or never.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
HOME = Path(os.environ.get("JIANYI_HOME") or Path.cwd() / ".jianyi").resolve()
DEMO = os.environ.get("JIANYI_DEMO") == "1"


def secret(name: str) -> str:
    """A key of this installation: made once, kept outside the database, readable by its owner only."""
    path = HOME / "keys" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(token_urlsafe(48))
    return path.read_text("utf-8")


SECRET_KEY = os.environ.get("JIANYI_SECRET") or secret("django")
JIANYI_SEAL = (os.environ.get("JIANYI_SEAL") or secret("seal")).encode()
JIANYI_FILES = HOME / "files"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("JIANYI_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("JIANYI_ORIGINS", "").split(",") if o]


def address(origins: list[str], hosts: list[str], port: str) -> str:
    """Where the codes on printed letters and rating forms lead: the address that is named first, else this server as others reach it."""
    if origins:
        return origins[0].rstrip("/")
    named = (host for host in hosts if not host.startswith(("*", ".", "127.", "[::1]")))
    return f"http://{next(named, 'localhost')}" + ("" if port == "80" else f":{port}")


ADDRESS = address(CSRF_TRUSTED_ORIGINS, ALLOWED_HOSTS, os.environ.get("PORT") or "8000")
# How notices leave the platform: docs/channels.md. Empty: that channel is not used.
JIANYI_SMTP = os.environ.get("JIANYI_SMTP", "")
JIANYI_MAIL_FROM = os.environ.get("JIANYI_MAIL_FROM", "")
JIANYI_WEBHOOK = os.environ.get("JIANYI_WEBHOOK", "")
JIANYI_WEBHOOK_SECRET = os.environ.get("JIANYI_WEBHOOK_SECRET", "")
# After so many hours unsent, administrators are told.
JIANYI_UNSENT_HOURS = float(os.environ.get("JIANYI_UNSENT_HOURS", "4"))
# So many seconds after a clock was killed another takes up what it was at.
JIANYI_LEASE = float(os.environ.get("JIANYI_LEASE", "30"))
# So many seconds the other side of a channel has to answer.
JIANYI_SEND_TIMEOUT = float(os.environ.get("JIANYI_SEND_TIMEOUT", "15"))
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
USE_I18N = True
ROOT_URLCONF = "jianyi.site.urls"
WSGI_APPLICATION = "jianyi.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "ninja",
    "jianyi.journal",
    "jianyi.clockwork",
    "jianyi.turn",
    "jianyi.parties",
    "jianyi.notices",
    "jianyi.documents",
    "jianyi.cases",
    "jianyi.fieldwork",
    "jianyi.themes",
    "jianyi.topics",
    "jianyi.supervision",
    "jianyi.outcomes",
    "jianyi.publication",
    "jianyi.cadence",
    "jianyi.registers",
    "jianyi.circulars",
    "jianyi.public",
    "jianyi.web",
    "jianyi.site.apps.Site",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "jianyi.public.front.Front",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jianyi.web.middleware.Door",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "jianyi.web.shell.context",
            ]
        },
    }
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = os.environ.get("JIANYI_HTTPS") == "1"
CSRF_FAILURE_VIEW = "jianyi.web.errors.csrf"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 600
NINJA_PAGINATION_MAX_LIMIT = 200

_POSTGRES = os.environ.get("JIANYI_TEST_POSTGRES")
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": str(HOME / "jianyi.sqlite3"),
    # One file for each run: what a killed run leaves behind spoils no other.
    "TEST": {"NAME": str(Path(gettempdir()) / f"jianyi-test-{os.getpid()}.sqlite3")},
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    },
}


def _postgres(name: str, **where: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000"},
        **where,
    }


def _database() -> dict[str, Any]:
    """PostgreSQL where JIANYI_POSTGRES names one ("dbname" plus PGHOST…), the test's own where asked for, else a file."""
    where = {key: os.environ.get(f"PG{key}", "") for key in ("HOST", "PORT", "USER", "PASSWORD")}
    if name := os.environ.get("JIANYI_POSTGRES"):
        return _postgres(name, **where)
    if _POSTGRES:
        return _postgres(
            "test", **{**where, "HOST": where["HOST"] or "127.0.0.1", "PORT": _POSTGRES, "USER": "postgres"}
        )
    HOME.mkdir(parents=True, exist_ok=True)
    return _SQLITE


DATABASES = {"default": _database()}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"tokens": {"()": "jianyi.web.redacting.Tokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["tokens"]}},
    "root": {"handlers": ["console"], "level": os.environ.get("JIANYI_LOG", "WARNING")},
}
