/** Builds the gazetteer's file from GeoNames data at package time. No part of it runs in the service. */
module dev.vane.gazetteer {
    requires dev.vane.domain;
    requires java.sql;
}
