package dev.vane.adapters.sqlite.archive;

import java.util.HexFormat;

/** A forecast as the first version of the format was written. */
final class VersionOne {

    private static final String SAMPLE = "010000008ce934393433606a98f4f5d8dcf486bbb7199948030dbbb633336c61"
            + "64b873808991c98081d16003670a58829b89588acd608229030323d30cc11b2c8c0c00";

    private VersionOne() {}

    /** The run of 48 hours at 5 °C that {@code ArchiveSamples} makes. */
    static byte[] bytes() {
        return HexFormat.of().parseHex(SAMPLE);
    }
}
