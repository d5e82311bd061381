"""The library that Home Assistant's integration of Open-Meteo is made of.

It knows the addresses of Open-Meteo's services by heart. The session that it is given sends what is for them to Vane.
"""

import asyncio
import json
import os

from aiohttp import ClientSession
from open_meteo import AirQualityParameters, DailyParameters, HourlyParameters, OpenMeteo, OpenMeteoResponseError
from yarl import URL as Address

URL = Address(os.environ["VANE_URL"])
PLACES = [
    {"latitude": float(os.environ[f"{name}_LATITUDE"]), "longitude": float(os.environ[f"{name}_LONGITUDE"])}
    for name in ("BERLIN", "SEA")
]
compared = 0


class Redirected:
    """A session for which every server is Vane."""

    def __init__(self, session):
        self._session = session

    def get(self, url, **options):
        return self._session.get(url.with_scheme(URL.scheme).with_host(URL.host).with_port(URL.port), **options)


def same(what, understood, expected, tolerance):
    global compared
    compared += 1
    if expected is None or understood is None:
        assert expected is understood, f"{what} is {understood}, and Vane has {expected}"
    else:
        assert abs(understood - expected) <= tolerance, f"{what} is {understood}, and Vane has {expected}"


async def compare(library, session, place):
    async with session.get(
        URL / "api/v1/weather", params={"lat": place["latitude"], "lon": place["longitude"], "hours": 384}
    ) as answer:
        vane = json.loads(await answer.text())
    # Every variable that the library knows, in portions that fit into a request.
    for names in (list(HourlyParameters)[i : i + 60] for i in range(0, len(HourlyParameters), 60)):
        some = await library.forecast(**place, hourly=names, current=names[:5], forecast_days=1)
        for name in names:
            assert len(getattr(some.hourly, name)) == 24, f"{name} has no 24 hours"
            assert getattr(some.hourly_units, name) not in (None, "undefined"), f"Vane does not know what {name} is"
    everything = await library.forecast(**place, daily=list(DailyParameters), timezone="auto", forecast_days=3)
    for name in DailyParameters:
        assert len(getattr(everything.daily, name)) == 3, f"{name} has no three days"

    forecast = await library.forecast(
        **place,
        timezone=vane["place"]["timeZone"],
        current=[HourlyParameters.TEMPERATURE_2M, HourlyParameters.WIND_SPEED_10M],
        hourly=[HourlyParameters.TEMPERATURE_2M, HourlyParameters.CLOUD_COVER, HourlyParameters.PRESSURE_MSL],
        daily=[DailyParameters.TEMPERATURE_2M_MAX, DailyParameters.PRECIPITATION_SUM],
    )
    same("the temperature", forecast.current.temperature_2m, vane["current"]["temperature"], 0.051)
    same("the wind", forecast.current.wind_speed_10m, vane["current"]["windSpeed"] * 3.6, 0.07)
    steps = {step["time"][:16]: step for step in vane["hourly"]["steps"]}
    for i, time in enumerate(forecast.hourly.time):
        step = steps.get((time.replace(tzinfo=None) - offset(forecast, time)).isoformat()[:16])
        if step:
            same(f"{time} temperature", forecast.hourly.temperature_2m[i], step.get("temperature"), 0.051)
            same(f"{time} clouds", forecast.hourly.cloud_cover[i], step.get("cloudCover"), 0.51)
            same(f"{time} pressure", forecast.hourly.pressure_msl[i], step.get("pressureMsl"), 0.051)
    days = {day["date"]: day for day in vane["daily"]["days"]}
    for i, date in enumerate(forecast.daily.time):
        day = days[date.isoformat()]
        same(f"{date} maximum", forecast.daily.temperature_2m_max[i], day.get("temperatureMax"), 0.051)
        same(f"{date} precipitation", forecast.daily.precipitation_sum[i], day.get("precipitationSum"), 0.0051)


def offset(forecast, time):
    """How far local time is ahead; the library may have put the zone's offset on the times."""
    from datetime import timedelta

    return time.utcoffset() if time.utcoffset() is not None else timedelta(seconds=forecast.utc_offset_seconds)


async def main():
    async with ClientSession() as session:
        library = OpenMeteo(session=Redirected(session))
        for place in PLACES:
            await compare(library, session, place)

        air = await library.air_quality(**PLACES[0], hourly=list(AirQualityParameters))
        assert len(air.hourly.time) == 120 and all(value is None for value in air.hourly.pm10), air.hourly

        found = await library.geocoding(name="Berlin", count=5, language="de", country_code="DE")
        assert found.results[0].geo_id == int(os.environ["BERLIN"]), found.results[0]
        assert (found.results[0].country, found.results[0].timezone) == ("Deutschland", "Europe/Berlin")
        assert (await library.geocoding(name="Qwrtzxcv")).results is None
        assert (await library.geocoding_by_id(location_id=found.results[0].geo_id)).name == found.results[0].name

        try:
            await library.forecast(latitude=91, longitude=0)
            raise AssertionError("a latitude of 91° is not refused")
        except OpenMeteoResponseError as refused:
            assert "Latitude must be in range" in str(refused), refused
    assert compared > 700, f"only {compared} numbers were compared"
    print(f"The library of Home Assistant's integration understood {compared} numbers as Vane has them.")


asyncio.run(main())
