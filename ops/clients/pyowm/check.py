"""Reads Vane by pyowm: the weather now, the forecast by three hours, One Call and the search for places."""

import sys
import os
from datetime import datetime
from zoneinfo import ZoneInfo

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import vane  # noqa: E402: from the folder above
from pyowm.commons import exceptions, http_client
from pyowm.owm import OWM
from pyowm.utils.config import get_default_config

# The client has no setting for another host: its addresses all begin with the provider's, which is replaced.
BUILD = http_client.HttpRequestBuilder.build


def build(self):
    url, *rest = BUILD(self)
    return vane.URL + url.split("openweathermap.org", 1)[1], *rest


http_client.HttpRequestBuilder.build = build
config = get_default_config()
owm = OWM("any-key", config)
manager = owm.weather_manager()
KELVIN = 273.15


def kelvin(celsius):
    return None if celsius is None else celsius + KELVIN


def instant(what, weather, expected):
    vane.same(f"{what} temperature", weather.temp.get("temp"), kelvin(expected.get("temperature")))
    vane.same(f"{what} apparent", weather.temp.get("feels_like"), kelvin(expected.get("apparentTemperature")))
    vane.same(f"{what} humidity", weather.humidity, expected.get("relativeHumidity"), 0.5)
    vane.same(f"{what} pressure", weather.pressure["press"], expected.get("pressureMsl"), 0.5)
    vane.same(f"{what} wind", weather.wnd.get("speed"), expected.get("windSpeed"))
    vane.same(f"{what} gust", weather.wnd.get("gust"), expected.get("windGust"))
    vane.same(f"{what} direction", weather.wnd.get("deg"), expected.get("windDirection"), 0.5)
    vane.same(f"{what} clouds", weather.clouds, expected.get("cloudCover"), 0.5)
    vane.same(f"{what} visibility", weather.visibility_distance, vane.times(expected.get("visibility"), 1000, 10_000), 1)


for place, (latitude, longitude) in vane.PLACES.items():
    own = vane.weather(latitude, longitude)
    steps = {datetime.fromisoformat(step["time"]).timestamp(): step for step in own["hourly"]["steps"]}
    observation = manager.weather_at_coords(latitude, longitude)
    instant(f"{place} now", observation.weather, own["current"])
    assert abs(observation.location.lat - own["place"]["latitude"]) < 0.001, observation.location.lat

    forecast = manager.forecast_at_coords(latitude, longitude, "3h").forecast
    assert len(forecast.weathers) == 40, f"{place}: {len(forecast.weathers)} blocks"
    for weather in forecast.weathers:
        assert weather.ref_time % 10_800 == 0, f"{place}: a block ends at {weather.ref_time}"
        what = f"{place} {weather.ref_time}"
        instant(what, weather, steps[weather.ref_time])
        hours = [steps.get(weather.ref_time - back) for back in (0, 3600, 7200)]
        if all(hour and hour.get("period") == "PT1H" and "rain" in hour for hour in hours):
            rain = sum(hour["rain"] for hour in hours)
            vane.same(f"{what} rain", weather.rain.get("3h", 0), rain, 0.021)

    call = manager.one_call(latitude, longitude, units="metric")
    assert call.timezone == own["place"]["timeZone"], call.timezone
    vane.same(f"{place} one call", call.current.temp["temp"], own["current"].get("temperature"))
    assert len(call.forecast_hourly) == 48 and len(call.forecast_daily) == 8, "hours or days of the one call"
    for weather in call.forecast_hourly:
        vane.same(f"{place} hour", weather.temp["temp"], steps[weather.ref_time].get("temperature"))
    days = {day["date"]: day for day in own["daily"]["days"]}
    for weather in call.forecast_daily:
        noon = datetime.fromtimestamp(weather.ref_time, ZoneInfo(call.timezone))
        assert noon.hour == 12, noon
        expected = days[noon.date().isoformat()]
        vane.same(f"{place} {noon.date()} max", weather.temp["max"], expected.get("temperatureMax"))
        vane.same(f"{place} {noon.date()} min", weather.temp["min"], expected.get("temperatureMin"))

town = manager.weather_at_id(int(os.environ["BERLIN"]))
assert (town.location.name, town.location.country) == ("Berlin", "DE"), town.location
assert manager.weather_at_place("Berlin,DE").location.id == int(os.environ["BERLIN"])
found = owm.geocoding_manager().geocode("Berlin", country="DE", limit=1)
assert found and abs(found[0].lat - vane.PLACES["Berlin"][0]) < 0.01, found
for wrong in (lambda: manager.weather_at_place("Nowhere at all, ZZ"), lambda: manager.weather_at_id(1)):
    try:
        wrong()
        raise AssertionError("a place that is not is found")
    except exceptions.NotFoundError:
        pass
vane.done("pyowm 3.5.0", 700)
