package dev.vane.adapters.sqlite.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vane.application.spi.Gazetteer;
import dev.vane.application.spi.GazetteerContract;
import dev.vane.domain.place.Coordinates;
import dev.vane.domain.place.Place;
import dev.vane.domain.place.PlaceId;
import dev.vane.domain.place.PlaceQuery;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqliteGazetteerTest extends GazetteerContract {

    @Override
    protected Gazetteer gazetteer() {
        return BuiltGazetteer.open();
    }

    @Test
    void answersManyThreadsAtOnceAsItAnswersOne() throws Exception {
        List<Place> alone = gazetteer().search(new PlaceQuery("san"), 20);
        Callable<List<Place>> search = () -> gazetteer().search(new PlaceQuery("san"), 20);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Place>>> answers =
                    threads.invokeAll(Stream.generate(() -> search).limit(50).toList());
            for (Future<List<Place>> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void findsTheVillageNextDoorAmongThousandsOfItsName() {
        Coordinates nextToSanInMali = new Coordinates(13.3, -4.9);

        List<Place> places = gazetteer().search(new PlaceQuery("san"), 5, nextToSanInMali);

        assertThat(places).first().extracting(Place::id).isEqualTo(new PlaceId.Town(2451778));
    }

    @Test
    void creditsGeoNames() {
        assertThat(BuiltGazetteer.open().attribution()).contains("GeoNames", "geonames.org", "CC BY 4.0");
    }

    @Test
    void refusesToSearchOnceItIsClosed() {
        SqliteGazetteer gazetteer = SqliteGazetteer.open(BuiltGazetteer.path());
        gazetteer.close();
        gazetteer.close();

        assertThatIllegalStateException().isThrownBy(() -> gazetteer.search(new PlaceQuery("berlin"), 1));
    }
}
