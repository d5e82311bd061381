"""Reads Vane by the library of Home Assistant's OpenWeatherMap integration: One Call, the weather now and the forecast."""

import os
import sys
import asyncio
from datetime import datetime

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import vane  # noqa: E402: from the folder above
from pyopenweathermap import create_owm_client
from pyopenweathermap.client import free_client, onecall_client

# The library has its provider's addresses in constants.
onecall_client.API_URL = f"{vane.URL}/data/3.0/onecall"
free_client.CURRENT_WEATHER_API_URL = f"{vane.URL}/data/2.5/weather"
free_client.FORECAST_API_URL = f"{vane.URL}/data/2.5/forecast"


def instant(what, weather, expected, full):
    vane.same(f"{what} temperature", weather.temperature, expected.get("temperature"))
    vane.same(f"{what} apparent", weather.feels_like, expected.get("apparentTemperature"))
    vane.same(f"{what} pressure", weather.pressure, expected.get("pressureMsl"), 0.5)
    vane.same(f"{what} humidity", weather.humidity, expected.get("relativeHumidity"), 0.5)
    vane.same(f"{what} clouds", weather.cloud_coverage, expected.get("cloudCover"), 0.5)
    vane.same(f"{what} wind", weather.wind_speed, expected.get("windSpeed"))
    vane.same(f"{what} gust", weather.wind_gust, expected.get("windGust"))
    vane.same(f"{what} direction", weather.wind_bearing, expected.get("windDirection"), 0.5)
    vane.same(f"{what} visibility", weather.visibility, vane.times(expected.get("visibility"), 1000, 10_000), 1)
    if full:
        vane.same(f"{what} dew point", weather.dew_point, expected.get("dewPoint"))
        vane.same(f"{what} uv", weather.uv_index, expected.get("uvIndex"))
    assert 200 <= weather.condition.id < 900 and weather.condition.icon[-1] in "dn", weather.condition


async def check():
    for place, (latitude, longitude) in vane.PLACES.items():
        own = vane.weather(latitude, longitude)
        steps = {datetime.fromisoformat(step["time"]).timestamp(): step for step in own["hourly"]["steps"]}
        report = await create_owm_client("any-key", "v3.0").get_weather(latitude, longitude)
        instant(f"{place} now", report.current, own["current"], True)
        assert len(report.hourly_forecast) == 48 and report.minutely_forecast == [], f"{place}: hours or minutes"
        for hour in report.hourly_forecast:
            expected = steps[hour.date_time.timestamp()]
            instant(f"{place} {hour.date_time}", hour, expected, True)
            if expected.get("period") == "PT1H":
                vane.same(f"{place} {hour.date_time} pop", hour.precipitation_probability, vane.times(expected.get("precipitationProbability"), 0.01))
                vane.same(f"{place} {hour.date_time} rain", (hour.rain or {}).get("1h", 0), expected.get("rain"))
        assert len(report.daily_forecast) == 8, f"{place}: {len(report.daily_forecast)} days"
        for day, expected in zip(report.daily_forecast, own["daily"]["days"]):
            vane.same(f"{place} {day.date_time} max", day.temperature.max, expected.get("temperatureMax"))
            vane.same(f"{place} {day.date_time} min", day.temperature.min, expected.get("temperatureMin"))
            vane.same(f"{place} {day.date_time} rain", day.rain, expected.get("rainSum"))
        now = await create_owm_client("any-key", "current").get_weather(latitude, longitude)
        instant(f"{place} now", now.current, own["current"], False)
        forecast = await create_owm_client("any-key", "forecast").get_weather(latitude, longitude)
        assert len(forecast.hourly_forecast) == 40, f"{place}: {len(forecast.hourly_forecast)} blocks"
    assert await create_owm_client("any-key", "v3.0").validate_key()


asyncio.run(check())
vane.done("pyopenweathermap 0.3.0", 1000)
