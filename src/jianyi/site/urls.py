"""Every address."""

from django.urls import include, path

from jianyi.api.routes import api
from jianyi.web import errors
from jianyi.web.health import healthz


urlpatterns = [path("healthz", healthz), path("api/v1/", api.urls), path("", include("jianyi.web.urls"))]
handler400, handler404, handler500 = errors.bad_request, errors.not_found, errors.broken
