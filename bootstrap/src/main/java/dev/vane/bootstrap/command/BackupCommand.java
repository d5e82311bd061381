package dev.vane.bootstrap.command;

import dev.vane.adapters.rest.storage.BearerToken;
import dev.vane.adapters.sqlite.SqliteStorage;
import dev.vane.adapters.sqlite.backup.Backups;
import dev.vane.adapters.sqlite.database.BackupFile;
import dev.vane.adapters.sqlite.database.StorageException;
import dev.vane.bootstrap.config.Configuration;
import dev.vane.bootstrap.config.Storage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code vane backup FILE}: by the service if it runs, which alone may open the database, else here; or by a service
 * elsewhere.
 */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies the database into a file that is whole and checked once it is there; the service may run.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:The backup is there.", "1:No backup was made.", "2:The command line is wrong."})
final class BackupCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description =
                    "The operations port of a service elsewhere, such as http://vane:8081; this machine's without.")
    private Optional<URI> from = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "TOKENFILE",
            description = "A file that holds nothing but the token in the service's operations.backup-token-file.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--replace",
            description = "Replace FILE if it is there; it stays until the new backup is whole and checked.")
    private boolean replace;

    @Parameters(paramLabel = "FILE", description = "Where the backup goes; nothing may be there without --replace.")
    private Path file;

    @Override
    public Integer call() {
        requireUsable();
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            return fail(file + " is a folder");
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            return fail("there is no folder " + target.getParent());
        }
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return fail(file + " is there already; give --replace to have it replaced");
        }
        try {
            BackupFile kept = make(target);
            spec.commandLine().getOut().println(file + ": " + kept.bytes() + " bytes, checked");
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

    /** What is wrong is not shown: a URL may hold a password. */
    private void requireUsable() {
        if (from.isPresent() && !isPlain(from.get())) {
            throw new ParameterException(
                    spec.commandLine(), "--from must be http://HOST:PORT or https://HOST:PORT and nothing more");
        }
        if (tokenFile.isPresent() && from.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--token-file goes with --from");
        }
    }

    private static boolean isPlain(URI uri) {
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        return web && bare && uri.getHost() != null && uri.getRawPath().matches("/?");
    }

    private BackupFile make(Path target) throws IOException, InterruptedException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part); // of a command that was killed
            if (from.isPresent()) {
                new ServiceBackup(from.get(), token()).writeTo(part);
            } else {
                here(part);
            }
            return Backups.keep(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Optional<BearerToken> token() throws IOException {
        if (tokenFile.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(BearerToken.read(tokenFile.get()));
        } catch (IOException e) {
            throw new IOException("--token-file is '" + tokenFile.get() + "', " + e.getMessage(), e);
        }
    }

    private void here(Path part) throws IOException, InterruptedException {
        Configuration configuration = Settings.read(spec);
        URI service =
                URI.create("http://127.0.0.1:" + configuration.operations().port());
        try {
            new ServiceBackup(service, Optional.empty()).writeTo(part);
        } catch (ServiceBackup.NobodyThereException stopped) {
            try (SqliteStorage storage = SqliteStorage.open(Storage.settings(configuration.data()))) {
                storage.backup(part);
            }
        }
    }
}
