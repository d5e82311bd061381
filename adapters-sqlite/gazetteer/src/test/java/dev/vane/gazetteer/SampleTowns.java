package dev.vane.gazetteer;

import java.util.List;

/** A few lines in GeoNames' format. */
final class SampleTowns {

    static final String BERLIN = line("2950159", "Berlin", "Berlin", "Berlin,Berlín,Berlino,bai lin,Берлин,柏林")
            + "52.52437\t13.41053\tP\tPPLC\tDE\t\t16\t00\t\t\t3426354\t74\t43\tEurope/Berlin\t2022-03-09";
    static final String SUVA = line("2198148", "Suva", "Suva", "")
            + "-18.13683\t178.42531\tP\tPPLC\tFJ\t\t01\t\t\t\t77366\t\t-9999\tPacific/Fiji\t2023-02-23";
    static final String OFALLON = line("4401242", "O'Fallon", "O'Fallon", "O Fallon,Krekel")
            + "38.81061\t-90.69985\tP\tPPL\tUS\t\tMO\t183\t\t\t85040\t165\t164\tAmerica/Chicago\t2017-05-23";
    static final String ANDORRA_VILLAGE = line("3038999", "Soldeu", "Soldeu", "")
            + "42.57688\t1.66769\tP\tPPL\tAD\t\t02\t\t\t\t602\t\t1832\tEurope/Andorra\t2017-11-06";

    private SampleTowns() {}

    private static String line(String id, String name, String ascii, String alternates) {
        return String.join("\t", id, name, ascii, alternates) + "\t";
    }

    static List<GeoNamesTown> all() {
        return List.of(BERLIN, OFALLON, SUVA, ANDORRA_VILLAGE).stream()
                .map(line -> GeoNamesTown.parse(line, 1))
                .sorted(GeoNamesTown.BY_RANK)
                .toList();
    }
}
