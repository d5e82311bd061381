"""What Vane's own API says of a place, and the comparison of what a client understood with it."""

import json
import os
import urllib.request

URL = os.environ["VANE_URL"]
PLACES = {
    "Berlin": (float(os.environ["BERLIN_LATITUDE"]), float(os.environ["BERLIN_LONGITUDE"])),
    "the sea": (float(os.environ["SEA_LATITUDE"]), float(os.environ["SEA_LONGITUDE"])),
}
compared = 0


def weather(latitude, longitude):
    """The weather of a point in metric units: degrees Celsius, m/s, hPa, mm, cm of snow, %, km."""
    target = f"{URL}/api/v1/weather?lat={latitude}&lon={longitude}&hours=384&days=16"
    with urllib.request.urlopen(target) as answer:
        return json.load(answer)


def same(what, understood, expected, tolerance=0.011):
    """Fails unless a number that a client understood is Vane's; one that Vane does not have has to be missing."""
    global compared
    compared += 1
    missing = understood is None or understood == -999
    if expected is None:
        assert missing, f"{what} is {understood}, and Vane does not have it"
    else:
        assert not missing, f"{what} is missing, and Vane has {expected}"
        assert abs(understood - expected) <= tolerance, f"{what} is {understood}, and Vane has {expected}"


def times(expected, factor, capped=None):
    """A number of Vane's in another unit, as far as a format shows it; None if Vane does not have it."""
    if expected is None:
        return None
    return expected * factor if capped is None else min(capped, expected * factor)


def done(name, least):
    """Says how many numbers agree, and fails if so few were compared that the check says nothing."""
    assert compared >= least, f"only {compared} numbers were compared"
    print(f"{name}: {compared} numbers are Vane's own")
