package dev.vane.bootstrap.command;

import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vane backup FILE}: by the service if it runs, which alone may open the database, else here. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies the database into a file that is whole once it is there; the service may run.")
final class BackupCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration COPYING = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where the backup goes; there must be nothing yet.")
    private Path file;

    @Override
    public Integer call() {
        Configuration configuration = Settings.read(spec);
        if (Files.exists(file)) {
            return fail(file + " is there already");
        }
        try {
            if (!fromService(configuration.operations())) {
                try (SqliteStorage storage = SqliteStorage.open(Storage.settings(configuration.data()))) {
                    storage.backup(file.toAbsolutePath());
                }
            }
            spec.commandLine().getOut().println(file + ": " + Files.size(file) + " bytes");
            return 0;
        } catch (StorageException | IOException e) {
            return fail("no backup was made: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("no backup was made: interrupted");
        }
    }

    private int fail(String why) {
        spec.commandLine().getErr().println(why);
        return FAILED;
    }

    /** Returns false if no service answers. */
    private boolean fromService(Configuration.Operations operations) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + operations.port() + "/backup"))
                .timeout(COPYING)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the service answered with status " + response.statusCode());
                }
                keep(body);
            }
            return true;
        } catch (ConnectException none) {
            return false;
        }
    }

    private void keep(InputStream body) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.copy(body, part); // an answer that breaks off ends in an IOException
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
