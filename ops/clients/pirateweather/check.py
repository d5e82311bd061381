"""Reads Vane by Pirate Weather's Python client, in each of its unit systems, and compares hours and days with Vane's own API.

The client has its provider's address in a constant, which is replaced: a person would do the same by the name's DNS.
"""

import os
import sys
from datetime import datetime, timezone
from types import SimpleNamespace

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import vane  # noqa: E402: from the folder above
from pirate_weather import api
from pirate_weather.exceptions import PirateWeatherException
from pirate_weather.types.languages import Languages
from pirate_weather.types.weather import Weather

address = SimpleNamespace(value=f"{vane.URL}/forecast")
api.BasePirateWeather.get_url.__defaults__ = (None, address)
client = api.PirateWeather("any-key")

KMH, MPH, MILE = 3.6, 1 / 0.44704, 1.609344
UNITS = {  # the client's units: Fahrenheit?, wind, visibility, rain in inches?
    "si": (False, 1, 1, False),
    "ca": (False, KMH, 1, False),
    "uk": (False, MPH, 1 / MILE, False),
    "us": (True, MPH, 1 / MILE, True),
}


def temperature(celsius, fahrenheit):
    if celsius is None or not fahrenheit:
        return celsius
    return celsius * 1.8 + 32


def instant(what, point, expected, units):
    fahrenheit, wind, distance, _ = UNITS[units]
    vane.same(f"{what} temperature", point.temperature, temperature(expected.get("temperature"), fahrenheit), 0.02)
    vane.same(f"{what} apparent", point.apparent_temperature, temperature(expected.get("apparentTemperature"), fahrenheit), 0.02)
    vane.same(f"{what} dew point", point.dew_point, temperature(expected.get("dewPoint"), fahrenheit), 0.02)
    vane.same(f"{what} humidity", point.humidity, vane.times(expected.get("relativeHumidity"), 0.01, 1))
    vane.same(f"{what} pressure", point.pressure, expected.get("pressureMsl"))
    vane.same(f"{what} wind", point.wind_speed, vane.times(expected.get("windSpeed"), wind), 0.03)
    vane.same(f"{what} gust", point.wind_gust, vane.times(expected.get("windGust"), wind), 0.03)
    vane.same(f"{what} direction", point.wind_bearing, expected.get("windDirection"), 0.5)
    vane.same(f"{what} clouds", point.cloud_cover, vane.times(expected.get("cloudCover"), 0.01))
    vane.same(f"{what} uv", point.uv_index, expected.get("uvIndex"))
    vane.same(f"{what} visibility", point.visibility, vane.times(expected.get("visibility"), distance, 10 * MILE * distance), 0.02)


for place, (latitude, longitude) in vane.PLACES.items():
    own = vane.weather(latitude, longitude)
    zone = own["place"]["timeZone"]
    steps = {datetime.fromisoformat(step["time"]).timestamp(): step for step in own["hourly"]["steps"]}
    for units, (fahrenheit, _, _, inches) in UNITS.items():
        forecast = client.get_forecast(latitude, longitude, extend=True, values_units=units)
        assert forecast.timezone == zone and forecast.flags.units == units, f"{place}: {forecast.timezone}, {forecast.flags.units}"
        assert len(forecast.hourly.data) == 48 or len(forecast.hourly.data) >= 100, len(forecast.hourly.data)
        instant(f"{place} now", forecast.currently, own["current"], units)
        for hour in forecast.hourly.data:
            what = f"{place} {datetime.fromtimestamp(hour.time, timezone.utc)}"
            instant(what, hour, steps[hour.time], units)
            following = steps.get(hour.time + 3600)
            if following and following.get("period") == "PT1H":  # the format's hour begins with its time, Vane's ends with it
                inch = 1 / 25.4 if inches else 1
                vane.same(f"{what} intensity", hour.precip_intensity, vane.times(following.get("precipitation"), inch), 0.005)
                vane.same(f"{what} chance", hour.precip_probability, vane.times(following.get("precipitationProbability"), 0.01))
        days = {day["date"]: day for day in own["daily"]["days"]}
        assert len(forecast.daily.data) == 8, f"{place}: {len(forecast.daily.data)} days"
        for day in forecast.daily.data:
            from zoneinfo import ZoneInfo
            begin = datetime.fromtimestamp(day.time, ZoneInfo(zone))
            assert (begin.hour, begin.minute) == (0, 0), f"{place}: a day begins at {begin}"
            expected = days[begin.date().isoformat()]
            for name, key in (("temperature_max", "temperatureMax"), ("temperature_min", "temperatureMin")):
                vane.same(f"{place} {begin.date()} {name}", getattr(day, name), temperature(expected.get(key), fahrenheit), 0.02)
            vane.same(f"{place} {begin.date()} chance", day.precip_probability, vane.times(expected.get("precipitationProbabilityMax"), 0.01))

berlin = vane.PLACES["Berlin"]
german = client.get_forecast(*berlin, lang=Languages.GERMAN, exclude=[Weather.HOURLY, Weather.FLAGS])
assert german.currently.summary and german.hourly.data == [] and german.flags.units is None
try:
    client.get_forecast(*berlin, lang="tlh")
    raise AssertionError("a language that is not in the format is not refused")
except PirateWeatherException as refused:
    assert refused.code == 400 and "Language Not Supported" in refused.msg, refused
vane.done("pirateweather 1.0.1", 2000)
