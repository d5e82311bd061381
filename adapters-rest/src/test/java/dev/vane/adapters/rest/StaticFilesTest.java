package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {

    private static final String INDEX = "<!doctype html><title>Vane</title>";
    private static final String SCRIPT = "console.log('vane')\n".repeat(100);

    private static RunningVane vane;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        ModuleReference pages = jar(
                folder.resolve("pages.jar"),
                Map.of(
                        "META-INF/vane-ui/index.html", INDEX,
                        "META-INF/vane-ui/favicon.svg", "<svg/>",
                        "META-INF/vane-ui/manifest.webmanifest", "{}",
                        "META-INF/vane-ui/assets/index-B8x1_fQz.js", SCRIPT,
                        "META-INF/vane-ui/assets/index-B8x1_fQz.js.br", "packed by brotli",
                        "META-INF/vane-ui/assets/index-B8x1_fQz.js.gz", "packed by gzip",
                        "META-INF/vane-ui/assets/plain-A1b2C3d4.css", "body{}".repeat(300),
                        "META-INF/vane-ui-secret/file.txt", "not served",
                        "META-INF/vane-legal/index.html", "<title>Licences</title>",
                        "secret.txt", "not served"));
        vane = RunningVane.start(
                new StaticRoot("/", pages, "META-INF/vane-ui"),
                new StaticRoot("/licenses/", pages, "META-INF/vane-legal"));
    }

    private static ModuleReference jar(Path path, Map<String, String> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return ModuleFinder.of(path).findAll().iterator().next();
    }

    @AfterAll
    static void stop() {
        vane.close();
    }

    @Test
    void servesThePageAtTheRoot() {
        HttpResponse<String> response = vane.get("/");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(INDEX);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "/favicon.svg, image/svg+xml",
        "/manifest.webmanifest, application/manifest+json",
        "/assets/index-B8x1_fQz.js, text/javascript; charset=utf-8",
        "/assets/plain-A1b2C3d4.css, text/css; charset=utf-8"
    })
    void saysWhatAFileIs(String path, String type) {
        assertThat(vane.get(path).headers().firstValue("Content-Type")).contains(type);
    }

    /** upstreams.md, mistake 8: no caching headers. */
    @Test
    void mistake8LetsHashedAssetsBeKeptForEver() {
        HttpResponse<String> response = vane.get("/assets/index-B8x1_fQz.js");
        assertThat(response.body()).isEqualTo(SCRIPT);
        assertThat(response.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    /** upstreams.md, mistake 8: no caching headers. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/favicon.svg", "/licenses/"})
    void mistake8HasEverythingElseRevalidated(String path) {
        HttpResponse<String> response = vane.get(path);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(vane.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    /** upstreams.md, mistake 8: HEAD got 405. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/index-B8x1_fQz.js"})
    void mistake8AnswersHead(String path) {
        HttpResponse<String> head = vane.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(vane.get(path).headers().firstValue("Content-Length"));
    }

    /** upstreams.md, mistake 8: a missing asset got 200 with HTML. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/missing.js",
                "/favicon.xyz",
                "/assets/index-B8x1_fQz.js.map",
                "/assets/missing",
                "/5.html"
            })
    void mistake8DoesNotAnswerAMissingFileWithThePage(String path) {
        HttpResponse<String> response = vane.get(path, "Accept", "text/html,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    /** upstreams.md, mistake 8: an absolute redirect lost the prefix of a proxy. */
    @Test
    void mistake8RedirectsRelatively() {
        HttpResponse<String> response = vane.get("/licenses");
        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(response.headers().firstValue("Location")).contains("licenses/");
    }

    @Test
    void servesFilesOfSeveralRoots() {
        assertThat(vane.get("/licenses/").body()).contains("Licences");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/place/5746545",
                "/place/40.713,-74.006",
                "/52.5,13.4",
                "/St.%20Louis",
                "/place?q=st.%20gallen",
                "/settings",
                "/a/b/c",
                "/licenses/unknown"
            })
    void servesThePageForThePathsThatThePageMakesUp(String path) {
        HttpResponse<String> response = vane.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(INDEX);
        assertThat(response.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    }

    @Test
    void servesThePageForSuchPathsToWhoAsksForHtmlOnly() {
        assertThat(vane.get("/settings", "Accept", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(vane.get("/settings").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        br, gzip         | br       | packed by brotli
        gzip             | gzip     | packed by gzip
        br;q=0.1, gzip   | gzip     | packed by gzip
        """)
    void sendsWhatTheBuildPacked(String accepted, String coding, String body) {
        HttpResponse<String> response = vane.get("/assets/index-B8x1_fQz.js", "Accept-Encoding", accepted);
        assertThat(response.headers().firstValue("Content-Encoding")).contains(coding);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @Test
    void packsWhatTheBuildDidNot() {
        assertThat(vane.get("/assets/plain-A1b2C3d4.css", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .contains("gzip");
    }

    @Test
    void hidesThePackedFilesThemselves() {
        assertThat(vane.get("/assets/index-B8x1_fQz.js.gz").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e/secret.txt",
                "/%2e%2e%2f%2e%2e%2fsecret.txt",
                "/assets/../../../secret.txt",
                "/assets/..%2f..%2f..%2fsecret.txt",
                "/..%5csecret.txt",
                "/..%00/secret.txt",
                "//secret.txt",
                "/-secret/file.txt",
                "/META-INF/vane-ui/index.html",
                "/secret.txt"
            })
    void leadsNowhereOutsideOfTheFolders(String path) {
        RawExchange answer = vane.raw(("GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("not served");
    }

    @Test
    void allowsNoOtherMethods() {
        assertThat(vane.send("POST", "/").statusCode()).isEqualTo(405);
        assertThat(vane.send("OPTIONS", "/index.html").headers().firstValue("Allow"))
                .contains("GET, HEAD, OPTIONS");
    }

    @Test
    void refusesRootsThatAreNoFolders(@TempDir Path folder) throws IOException {
        ModuleReference module = jar(folder.resolve("other.jar"), Map.of("a/b", "c"));
        assertThatThrownBy(() -> new StaticRoot("licenses", module, "a")).hasMessageContaining("'licenses'");
        assertThatThrownBy(() -> new StaticRoot("/", module, "a/")).hasMessageContaining("'a/'");
    }
}
