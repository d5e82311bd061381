package dev.vane.adapters.rest.page;

import java.util.Map;

/** Media types of static files by the end of their names. */
final class MediaTypes {

    private static final Map<String, String> BY_SUFFIX = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("map", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("yaml", "application/yaml"));

    private MediaTypes() {}

    static String of(String path) {
        String suffix = path.substring(path.lastIndexOf('.') + 1);
        return BY_SUFFIX.getOrDefault(suffix, "application/octet-stream");
    }

    /** Tells whether files of a media type shrink when they are compressed. */
    static boolean compressible(String mediaType) {
        return !mediaType.startsWith("font/")
                && (!mediaType.startsWith("image/") || mediaType.startsWith("image/svg"))
                && !mediaType.equals("application/octet-stream");
    }
}
