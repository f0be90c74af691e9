"""Addresses."""

from django.urls import path

from . import clockwork, days, founding, importing, keys, organisations, people, proxies, sittings


urlpatterns = [
    path("set-up/", founding.set_up),
    path("people/", people.people),
    path("people/new/", people.add),
    path("people/<int:number>/", people.person),
    path("people/<int:number>/link/", people.link),
    path("people/<int:number>/posts/", people.appoint),
    path("people/<int:number>/seats/", people.elect),
    path("organisations/", organisations.organisations),
    path("organisations/<int:number>/", organisations.organisation),
    path("sittings/", sittings.sittings),
    path("days/", days.days),
    path("sittings/terms/new/", sittings.change_of_term),
    path("sittings/terms/<int:nth>/", sittings.term),
    path("sittings/<int:number>/", sittings.sitting),
    path("proxies/", proxies.proxies),
    path("clockwork/", clockwork.clockwork),
    path("access-key/", keys.access_key),
    path("import-people/", importing.choose),
    path("import-people/links/", importing.links),
    path("import-people/<str:kind>/", importing.bring),
    path("import-people/<str:kind>/template.xlsx", importing.template),
]
