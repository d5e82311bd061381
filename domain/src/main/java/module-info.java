/** The domain of Vane: places, weather and the rules about them, with no clock, no I/O and no framework. */
module dev.vane.domain {
    requires org.shredzone.commons.suncalc;

    exports dev.vane.domain.astronomy;
    exports dev.vane.domain.blending;
    exports dev.vane.domain.derived;
    exports dev.vane.domain.place;
    exports dev.vane.domain.quality;
    exports dev.vane.domain.scoring;
    exports dev.vane.domain.units;
    exports dev.vane.domain.weather;
}
