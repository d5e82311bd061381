package dev.vane.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static RunningVane vane;

    @BeforeAll
    static void start() {
        vane = RunningVane.start();
    }

    @AfterAll
    static void stop() {
        vane.close();
    }

    @Test
    void findsTownsByName() {
        assertThat(vane.get("/api/v1/places?q=portl").body())
                .contains("\"id\":\"5746545\"", "\"id\":\"4975802\"", "\"label\":\"Portland, Oregon, United States\"");
    }

    @Test
    void findsNothingWithoutCallingItAnError() {
        HttpResponse<String> response = vane.get("/api/v1/places?q=atlantis");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"places\":[]}");
    }

    @Test
    void findsNoMoreThanTheLimit() {
        assertThat(vane.get("/api/v1/places?q=portland&limit=1").body())
                .contains("5746545")
                .doesNotContain("4975802");
    }

    @Test
    void findsTheNearestFirstWithCoordinates() {
        String body = vane.get("/api/v1/places?q=portland&lat=43&lon=-70").body();
        assertThat(body.indexOf("4975802")).isLessThan(body.indexOf("5746545"));
    }

    @Test
    void findsThePlaceNearestToAPoint() {
        assertThat(vane.get("/api/v1/places/nearest?lat=44&lon=-71").body()).contains("\"id\":\"4975802\"");
    }

    @Test
    void readsAPlusSignInTheQueryAsASpaceAndStillTheNumber() {
        assertThat(vane.get("/api/v1/places/nearest?lat=+44&lon=-71").statusCode())
                .isEqualTo(200);
    }

    @Test
    void servesAPlaceByItsId() {
        assertThat(vane.get("/api/v1/places/5746545").body())
                .isEqualTo("{\"id\":\"5746545\",\"name\":\"Portland\",\"label\":\"Portland, Oregon, United States\","
                        + "\"area\":\"Oregon\",\"areaCode\":\"OR\",\"country\":\"United States\",\"countryCode\":\"US\","
                        + "\"latitude\":45.52345,\"longitude\":-122.67621,\"elevation\":15,"
                        + "\"timeZone\":\"America/Los_Angeles\",\"population\":652503}");
    }

    @Test
    void servesNoPlaceForAnUnknownId() {
        HttpResponse<String> response = vane.get("/api/v1/places/1");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/problems/unknown-place", "\"parameter\":\"id\"");
    }

    @Test
    void namesCountriesInTheLanguageOfTheParameter() {
        assertThat(vane.get("/api/v1/places/5746545?lang=de", "Accept-Language", "fr")
                        .body())
                .contains("\"country\":\"Vereinigte Staaten\"");
    }

    @Test
    void namesCountriesInTheLanguageThatTheHeaderPrefers() {
        assertThat(vane.get("/api/v1/places/5746545", "Accept-Language", "en;q=0.5, fr-CH;q=0.9, *;q=0.1")
                        .body())
                .contains("\"country\":\"États-Unis\"");
    }

    @Test
    void namesCountriesInEnglishIfTheHeaderCannotBeUnderstood() {
        assertThat(vane.get("/api/v1/places/5746545", "Accept-Language", "!!! ;;; q")
                        .body())
                .contains("\"country\":\"United States\"");
    }
}
