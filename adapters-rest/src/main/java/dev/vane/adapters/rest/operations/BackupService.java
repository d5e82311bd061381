package dev.vane.adapters.rest.operations;

import dev.vane.adapters.rest.operations.BackupAccess.Verdict;
import dev.vane.adapters.rest.storage.Backup;
import dev.vane.adapters.rest.storage.Stored;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Gives a backup of the database to a command on the same machine, in the same container, and to who knows the token: to no
 * other, since it is all that the house has on record.
 */
public final class BackupService implements HttpService {

    private static final System.Logger LOGGER = System.getLogger(BackupService.class.getName());
    private static final Header TEXT = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
    private static final Header SQLITE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/vnd.sqlite3");
    private static final Header NOT_KEPT = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private static final String CHALLENGE = "Bearer realm=\"backup\"";
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final Backup backup;
    private final BackupAccess access;
    private final Function<ServerRequest, InetAddress> peer;

    /**
     * Gives backups.
     *
     * @param stored the database
     * @param clock the time
     */
    public BackupService(Stored stored, InstantSource clock) {
        this(stored, clock, request -> ((InetSocketAddress) request.remotePeer().address()).getAddress());
    }

    /** Gives backups to peers that are found out in another way. */
    BackupService(Stored stored, InstantSource clock, Function<ServerRequest, InetAddress> peer) {
        this.backup = stored.backup();
        this.access = new BackupAccess(stored.backupTokenFile(), clock);
        this.peer = peer;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/backup", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        response.header(NOT_KEPT);
        switch (access.judge(peer.apply(request), request.headers().first(HeaderNames.AUTHORIZATION))) {
            case Verdict.Granted() -> give(response);
            case Verdict.ThisMachineAlone() ->
                refuse(
                        response.status(Status.FORBIDDEN_403),
                        "A backup is given to the same machine alone, unless operations.backup-token-file is set.");
            case Verdict.Unauthorized(boolean given) ->
                refuse(
                        response.status(Status.UNAUTHORIZED_401)
                                .header(
                                        HeaderNames.WWW_AUTHENTICATE,
                                        given ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE),
                        given ? "The token is not that of backups." : "A backup needs a token.");
            case Verdict.TooMany(Duration wait) ->
                refuse(
                        response.status(Status.TOO_MANY_REQUESTS_429)
                                .header(HeaderNames.RETRY_AFTER, Long.toString(wait.toSeconds() + 1)),
                        "There were too many wrong tokens.");
            case Verdict.NoToken() ->
                refuse(
                        response.status(Status.SERVICE_UNAVAILABLE_503),
                        "The service cannot read its token of backups; its log says why.");
        }
    }

    private static void refuse(ServerResponse response, String why) {
        response.header(TEXT).send(why + "\n");
    }

    private void give(ServerResponse response) {
        AtomicReference<OutputStream> begun = new AtomicReference<>();
        try {
            backup.writeTo(() -> {
                begun.set(response.header(SQLITE).outputStream());
                return begun.get();
            });
            begun.get().close();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a backup was not given", e);
            if (begun.get() != null) { // without the chunk that would end it, so that nobody takes it for a whole one
                throw new CloseConnectionException("the backup broke off", e);
            }
            response.status(Status.SERVICE_UNAVAILABLE_503)
                    .header(HeaderNames.RETRY_AFTER, Long.toString(TRY_AGAIN.toSeconds()));
            refuse(response, "No backup can be made now: " + e.getMessage());
        }
    }
}
