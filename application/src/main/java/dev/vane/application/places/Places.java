package dev.vane.application.places;

import dev.vane.application.api.FindPlaces;
import dev.vane.application.spi.Gazetteer;

/** Makes the use cases about places. */
public final class Places {

    private Places() {}

    /** Finds places in a gazetteer. */
    public static FindPlaces findPlaces(Gazetteer gazetteer) {
        return new PlaceFinder(gazetteer);
    }
}
