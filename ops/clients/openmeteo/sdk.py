"""Open-Meteo's own library for Python, which reads FlatBuffers."""

import json
import math
import os
import urllib.request
from datetime import datetime

import openmeteo_requests
from openmeteo_sdk.Aggregation import Aggregation
from openmeteo_sdk.Unit import Unit
from openmeteo_sdk.Variable import Variable

URL = os.environ["VANE_URL"]
BERLIN = {"latitude": float(os.environ["BERLIN_LATITUDE"]), "longitude": float(os.environ["BERLIN_LONGITUDE"])}
HOURLY = ["temperature_2m", "wind_speed_10m", "precipitation_probability", "soil_moisture_0_to_1cm"]

with urllib.request.urlopen(f"{URL}/api/v1/weather?lat={BERLIN['latitude']}&lon={BERLIN['longitude']}&hours=384") as answer:
    vane = json.load(answer)

client = openmeteo_requests.Client()
[message] = client.weather_api(
    f"{URL}/v1/forecast",
    params={**BERLIN, "hourly": HOURLY, "daily": ["temperature_2m_min", "uv_index_max"], "timezone": "auto"},
)
assert message.Timezone().decode() == vane["place"]["timeZone"], message.Timezone()

block = message.Hourly()
first = block.Variables(0)
assert first.Variable() == Variable.temperature and first.Altitude() == 2 and first.Unit() == Unit.celsius
soil = block.Variables(3)
assert (soil.Variable(), soil.Depth(), soil.DepthTo()) == (Variable.soil_moisture, 0, 1)
assert block.Variables(1).Unit() == Unit.kilometres_per_hour

steps = {int(datetime.fromisoformat(step["time"]).timestamp()): step for step in vane["hourly"]["steps"]}
compared = 0
for i in range(block.Variables(0).ValuesLength()):
    step = steps.get(block.Time() + i * block.Interval())
    if step is None:
        continue
    own = [step.get("temperature"), None, step.get("precipitationProbability"), None]
    own[1] = step["windSpeed"] * 3.6 if "windSpeed" in step else None
    for column, expected in enumerate(own):
        value = block.Variables(column).Values(i)
        if expected is None:
            assert math.isnan(value), f"{step['time']} {HOURLY[column]} is {value}, and Vane does not have it"
        else:
            assert abs(value - expected) <= 0.03, f"{step['time']} {HOURLY[column]} is {value}, Vane has {expected}"
        compared += 1
assert compared > 400, f"only {compared} numbers were compared"

minimum = message.Daily().Variables(0)
assert minimum.Aggregation() == Aggregation.minimum
assert message.Daily().Variables(1).Aggregation() == Aggregation.maximum
for i, day in enumerate(vane["daily"]["days"][:7]):
    assert abs(minimum.Values(i) - day["temperatureMin"]) <= 0.01, f"{day['date']} is {minimum.Values(i)}"

try:
    client.weather_api(f"{URL}/v1/forecast", params={**BERLIN, "hourly": "a b"})
    raise AssertionError("a name that is none is not refused")
except openmeteo_requests.OpenMeteoRequestsError as refused:
    assert "Cannot initialize ForecastVariable" in str(refused), refused
print(f"Open-Meteo's library for Python understood {compared} numbers as Vane has them.")
