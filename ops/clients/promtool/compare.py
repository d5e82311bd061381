"""Compares the weather that metrics tell of with what the API says of the same place."""

import json
import os
import sys
import time
import urllib.parse
import urllib.request

from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_metrics
from prometheus_client.parser import text_string_to_metric_families as prometheus_text

VANE, PLACE = os.environ["VANE_URL"], os.environ["BERLIN"]
# family, member of the API's current conditions in units=si, and the factor between them
SHOWN = [
    ("vane_weather_temperature_celsius", "temperature", lambda kelvin: kelvin - 273.15),
    ("vane_weather_pressure_msl_pascals", "pressureMsl", float),
    ("vane_weather_relative_humidity_ratio", "relativeHumidity", lambda percent: percent / 100),
    ("vane_weather_wind_speed_meters_per_second", "windSpeed", float),
    ("vane_weather_wind_direction_degrees", "windDirection", float),
    ("vane_weather_precipitation_meters", "precipitation", lambda millimetres: millimetres / 1000),
]
# The API rounds what people read: to whole pascals and degrees, to hundredths of the rest.
ROUNDING = {"vane_weather_pressure_msl_pascals": 0.5, "vane_weather_wind_direction_degrees": 0.5}


def get(url, accept="*/*"):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept}), timeout=20) as answer:
        return answer.headers["Content-Type"], answer.read().decode()


def fail(message):
    sys.exit("metrics: " + message)


def only(samples, name):
    found = [sample for sample in samples if sample.name == name and sample.labels["place"] == PLACE]
    if len(found) != 1:
        fail(f"{len(found)} samples of {name}, not one")
    return found[0]


def compare(samples, current, where):
    for name, member, convert in SHOWN:
        said, shown = only(samples, name).value, convert(current[member])
        if abs(said - shown) > ROUNDING.get(name, 0.005) + 1e-9:
            fail(f"{where} says {said} of {name}, and the API {shown}")


def stored(url):
    """What Prometheus has stored, as soon as it has scraped once."""
    query = urllib.parse.urlencode({"query": f'vane_weather_temperature_celsius{{place="{PLACE}"}}'})
    for _ in range(100):
        try:
            result = json.loads(get(f"{url}/api/v1/query?{query}")[1])["data"]["result"]
            if result:
                return result
        except OSError:
            pass
        time.sleep(0.2)
    fail("Prometheus has stored nothing in 20 s")


def main():
    current = json.loads(get(f"{VANE}/api/v1/weather?place={PLACE}&include=current&units=si")[1])["current"]
    kind, text = get(VANE + "/weather/metrics", "application/openmetrics-text;version=1.0.0")
    if not kind.startswith("application/openmetrics-text; version=1.0.0"):
        fail("the content type is " + kind)
    families = list(open_metrics(text))
    samples = [sample for family in families for sample in family.samples]
    compare(samples, current, "OpenMetrics")
    older = [sample for family in prometheus_text(open(sys.argv[2]).read()) for sample in family.samples]
    compare(older, current, "the text format")
    states = [s for s in samples if s.name == "vane_weather_sky" and s.value == 1]
    if [s.labels["vane_weather_sky"] for s in states] != [current["sky"]["condition"]]:
        fail(f"the sky is {states}, and the API has {current['sky']}")
    units = {family.name: family.unit for family in families}
    if units["vane_weather_temperature_celsius"] != "celsius":
        fail("the parser has no unit of the temperature")

    result = stored(sys.argv[1])
    said = float(result[0]["value"][1])
    if len(result) != 1 or abs(said - (current["temperature"] - 273.15)) > 0.006:
        fail(f"Prometheus has stored {result}, and the API says {current['temperature']} K")
    health = json.loads(get(sys.argv[1] + "/api/v1/targets")[1])["data"]["activeTargets"][0]
    if health["health"] != "up":
        fail(f"Prometheus could not scrape: {health['lastError']}")
    print(f"  {len(families)} families, {len(samples)} samples of one place; Prometheus has stored {said} °C")


main()
