package dev.vane.application.spi;

class InMemoryGazetteerTest extends GazetteerContract {

    @Override
    protected Gazetteer gazetteer() {
        return new InMemoryGazetteer(ContractTowns.ALL);
    }
}
