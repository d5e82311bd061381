"""Compares the events that calendar programs read with the forecast that the API has of the same place."""

import json
import os
import sys
import urllib.parse
import urllib.request
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import vobject

VANE = os.environ["VANE_URL"]
BERLIN, LATITUDE, LONGITUDE = (os.environ[name] for name in ("BERLIN", "BERLIN_LATITUDE", "BERLIN_LONGITUDE"))
PLACES = [
    {"place": BERLIN},
    {"lat": LATITUDE, "lon": LONGITUDE},
    {"lat": os.environ["SEA_LATITUDE"], "lon": os.environ["SEA_LONGITUDE"]},
    {"lat": "64.15", "lon": "-21.94"},
    {"lat": "-3.1", "lon": "-60"},
]
HOUR = timedelta(hours=1)


def get(path, **query):
    url = f"{VANE}{path}?{urllib.parse.urlencode(query)}"
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.headers, answer.read()


def fail(message):
    sys.exit("calendar: " + message)


def expected(weather, frost, rain):
    """The times of frost and rain by the API's hours, computed here and not by Vane."""
    zone = ZoneInfo(weather["place"]["timeZone"])
    steps = [
        (datetime.fromisoformat(step["time"]), step) for step in weather["hourly"]["steps"]
    ]
    nights, rains = {}, []
    for (time, step), follows in zip(steps, [time for time, _ in steps[1:]] + [steps[-1][0] + HOUR]):
        if step.get("temperature", 99) <= frost:
            night = (time.astimezone(zone).replace(tzinfo=None) - timedelta(hours=12)).date()
            begin, _ = nights.get(night, (time, None))
            nights[night] = (begin, follows)
        if step.get("precipitation", 0) >= rain:
            if rains and time - HOUR - rains[-1][1] <= HOUR:
                rains[-1] = (rains[-1][0], time)
            else:
                rains.append((time - HOUR, time))
    return sorted(nights.values()), rains


def check(place, frost, rain):
    headers, body = get("/calendar.ics", frost=frost, rain=rain, lang="de", **place)
    if headers["Content-Type"] != "text/calendar; charset=utf-8":
        fail("the content type is " + headers["Content-Type"])
    longest = max(len(line) for line in body.split(b"\r\n"))
    if longest > 75:
        fail(f"a line has {longest} octets")
    calendar = icalendar.Calendar.from_ical(body)
    faults = [error for part in calendar.walk() for error in part.errors]
    if faults:
        fail(f"icalendar finds fault: {faults}")
    events = [part for part in calendar.walk("VEVENT")]
    uids = [str(event["UID"]) for event in events]
    if len(set(uids)) != len(uids):
        fail(f"a UID is there twice: {uids}")
    weather = json.loads(get("/api/v1/weather", hours=384, include="hourly", **place)[1])
    label = weather["place"]["name"]
    # icalendar leaves the escapes in names of calendars.
    for name in (calendar["NAME"], calendar["X-WR-CALNAME"]):
        if label not in str(name).replace("\\,", ","):
            fail(f"the name {name} is not of {label}")
    nights, rains = expected(weather, frost, rain)
    for kind, wanted in (("frost", nights), ("rain", rains)):
        read = sorted((e.decoded("DTSTART"), e.decoded("DTEND")) for e in events if str(e["UID"]).startswith(kind))
        # The calendar keeps the beginning of what has begun, where the API begins with the hour in progress.
        now = datetime.fromisoformat(weather["hourly"]["steps"][0]["time"])
        clip = lambda times: [(max(begin, now), end) for begin, end in times if end > now]
        if clip(read) != clip(wanted):
            fail(f"{kind} at {label} is {read}, and by the API {wanted}")
    other = vobject.readOne(body.decode())
    other.validate(raiseException=True) if events else None
    theirs = sorted((v.uid.value, v.dtstart.value, v.summary.value) for v in getattr(other, "vevent_list", []))
    ours = sorted((str(e["UID"]), e.decoded("DTSTART"), str(e["SUMMARY"])) for e in events)
    if theirs != ours:
        fail(f"vobject reads {theirs}, and icalendar {ours}")
    if get("/calendar.ics", frost=frost, rain=rain, lang="de", **place)[0]["ETag"] != headers["ETag"]:
        fail("the calendar changes with each request")
    return len(nights), len(rains)


def main():
    # Simulated weather is mild: thresholds make sure that there is something to compare, and once that there is nothing.
    counts = [check(place, frost, rain) for place in PLACES for frost, rain in ((0, 0.5), (9, 0.1), (-60, 100))]
    nights, rains = (sum(numbers) for numbers in zip(*counts))
    if nights < 5 or rains < 5:
        fail(f"only {nights} nights with frost and {rains} times of rain: that proves little")
    print(f"  {len(counts)} calendars, {nights} nights with frost, {rains} times of rain")


main()
