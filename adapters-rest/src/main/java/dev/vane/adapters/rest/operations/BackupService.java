package dev.vane.adapters.rest.operations;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Gives a backup of the database to a command on the same machine, in the same container: to no other, since it is all that
 * the house has on record.
 */
public final class BackupService implements HttpService {

    private final Content backup;

    /** Writes a backup. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it, or throws. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Gives backups. */
    public BackupService(Content backup) {
        this.backup = backup;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/backup", this::answer);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        InetAddress peer = ((InetSocketAddress) request.remotePeer().address()).getAddress();
        if (!peer.isLoopbackAddress()) {
            response.status(Status.FORBIDDEN_403).send("A backup is given to the same machine alone.");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/vnd.sqlite3");
        try (OutputStream out = response.outputStream()) {
            backup.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("giving a backup", e);
        }
    }
}
