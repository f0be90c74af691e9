"""Addresses of the pages for those who sign in."""

from django.urls import include, path

from . import acting, auth, desk, letters, manner, messages, rate


urlpatterns = [
    path("", desk.desk),
    path("sign-in/", auth.sign_in),
    path("sign-in/as/", auth.sign_in_as),
    path("sign-out/", auth.sign_out),
    path("first-password/<int:number>/<str:token>/", auth.first_password),
    path("rate/<int:number>/<str:token>/", rate.rate),
    path("password/", auth.password),
    path("clock/", auth.forward),
    path("check/<str:code>/", letters.check),
    path("check/form/<str:token>/", letters.check_form),
    path("letters/<int:number>/", letters.letter),
    path("letters/<int:number>/letter.pdf", letters.download, {"kind": "pdf"}),
    path("letters/<int:number>/letter.docx", letters.download, {"kind": "docx"}),
    path("notices/", messages.inbox),
    path("me/notices/", manner.manner),
    path("act/<str:track>/<str:number>/<str:action>/", acting.act),
    path("", include("jianyi.web.deputies.urls")),
    path("", include("jianyi.web.congress.urls")),
    path("", include("jianyi.web.units.urls")),
    path("", include("jianyi.web.fieldwork.urls")),
    path("", include("jianyi.web.outcomes.urls")),
    path("", include("jianyi.web.supervision.urls")),
    path("", include("jianyi.web.themes.urls")),
    path("", include("jianyi.web.topics.urls")),
    path("", include("jianyi.web.agendas.urls")),
    path("", include("jianyi.web.cadence.urls")),
    path("", include("jianyi.web.publishing.urls")),
    path("", include("jianyi.web.registers.urls")),
    path("", include("jianyi.web.circulars.urls")),
    path("", include("jianyi.web.admin.urls")),
    path("", include("jianyi.web.cases.urls")),
]
