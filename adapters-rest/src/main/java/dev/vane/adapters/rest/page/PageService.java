package dev.vane.adapters.rest.page;

import dev.vane.adapters.rest.exchange.Answer;
import dev.vane.adapters.rest.exchange.Call;
import dev.vane.adapters.rest.exchange.Exchange;
import dev.vane.adapters.rest.exchange.Refusal;
import dev.vane.adapters.rest.exchange.RefusedException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Serves the static files, and the page itself for the paths that the page makes up: those that a browser asks for as a
 * document, and that do not look like a file. A file that is not there is 404, whoever asks.
 */
public final class PageService implements HttpService {

    private static final String INDEX = "index.html";

    /** The end of a file's name; a point such as {@code 40.7,-74.0} and {@code St. Louis} are places that the page shows. */
    private static final Pattern FILE = Pattern.compile("\\.[a-z][a-z0-9]*$");

    private final Exchange exchange;
    private final StaticFiles files;
    private final Instant builtAt;

    /**
     * Creates it.
     *
     * @param exchange handles the requests
     * @param files the files
     * @param builtAt since when they are what they are
     */
    public PageService(Exchange exchange, StaticFiles files, Instant builtAt) {
        this.exchange = exchange;
        this.files = files;
        this.builtAt = builtAt;
    }

    @Override
    public void routing(HttpRules rules) {
        exchange.read(rules, "/*", "/{file}", this::file);
    }

    private Answer file(Call call) {
        String path = call.path();
        String name = path.endsWith("/") ? path + INDEX : path;
        return files.find(name).map(this::document).orElseGet(() -> without(call, path));
    }

    private Answer document(StaticFile file) {
        return new Answer.Document(file.representation(), builtAt, file.caching(), "");
    }

    private Answer without(Call call, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (files.find(path + "/" + INDEX).isPresent()) {
            return new Answer.Redirection(last + "/"); // relative: a prefix that a proxy took away stays
        }
        boolean file = FILE.matcher(last).find() || path.startsWith("/assets/");
        if (file || !call.asksFor("text/html")) {
            throw new RefusedException(new Refusal.UnknownRoute());
        }
        return files.find("/" + INDEX)
                .map(this::page)
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownRoute()));
    }

    /** The page under a path of its own making: whether it comes depends on Accept. */
    private Answer page(StaticFile file) {
        return new Answer.Document(file.representation(), builtAt, file.caching(), "Accept");
    }
}
