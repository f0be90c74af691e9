"""Routes."""

from ninja import NinjaAPI


api = NinjaAPI(title="Jianyi", version="1")
