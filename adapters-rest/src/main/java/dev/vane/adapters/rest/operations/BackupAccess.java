package dev.vane.adapters.rest.operations;

import dev.vane.adapters.rest.storage.BearerToken;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Who gets a backup: this machine, and from elsewhere who knows the token, if there is one. Wrong tokens are counted by
 * address, so that nobody can try many, and nobody keeps others from their backup by trying. Safe for use by several
 * threads.
 */
final class BackupAccess {

    private static final int MOST_WRONG = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 1000;
    private static final String SCHEME = "bearer ";
    private static final System.Logger LOGGER = System.getLogger(BackupAccess.class.getName());

    private final Optional<Path> tokenFile;
    private final InstantSource clock;
    private final SequencedMap<InetAddress, Wrong> wrong = new LinkedHashMap<>();

    private record Wrong(Instant since, int count) {}

    /** What is said to who asks. */
    sealed interface Verdict {

        /** There is the backup. */
        record Granted() implements Verdict {}

        /** There is no token, so that nobody elsewhere gets one. */
        record ThisMachineAlone() implements Verdict {}

        /**
         * The token is missing or wrong.
         *
         * @param given whether there was one
         */
        record Unauthorized(boolean given) implements Verdict {}

        /**
         * There were too many wrong ones.
         *
         * @param rest how long no other is looked at
         */
        record TooMany(Duration rest) implements Verdict {}

        /** The service itself cannot read the token. */
        record NoToken() implements Verdict {}
    }

    /**
     * Judges by a token.
     *
     * @param tokenFile the file with the token, read anew each time, so that one that was changed counts at once
     * @param clock the time
     */
    BackupAccess(Optional<Path> tokenFile, InstantSource clock) {
        this.tokenFile = tokenFile;
        this.clock = clock;
    }

    /**
     * Judges a request.
     *
     * @param peer where it comes from
     * @param authorization its header {@code Authorization}
     */
    Verdict judge(InetAddress peer, Optional<String> authorization) {
        if (peer.isLoopbackAddress()) {
            return new Verdict.Granted();
        }
        if (tokenFile.isEmpty()) {
            return new Verdict.ThisMachineAlone();
        }
        Optional<String> given = authorization
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(text -> text.substring(SCHEME.length()).strip());
        return given.isEmpty() ? new Verdict.Unauthorized(false) : judge(peer, given.get(), tokenFile.get());
    }

    private synchronized Verdict judge(InetAddress peer, String given, Path file) {
        Instant now = clock.instant();
        wrong.values().removeIf(old -> !old.since().plus(WINDOW).isAfter(now));
        Wrong before = wrong.getOrDefault(peer, new Wrong(now, 0));
        if (before.count() >= MOST_WRONG) {
            return new Verdict.TooMany(Duration.between(now, before.since().plus(WINDOW)));
        }
        try {
            if (BearerToken.read(file).matches(given)) {
                wrong.remove(peer);
                return new Verdict.Granted();
            }
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.ERROR, "the token of backups is in " + file + ", " + e.getMessage());
            return new Verdict.NoToken();
        }
        remember(peer, new Wrong(before.since(), before.count() + 1));
        return new Verdict.Unauthorized(true);
    }

    private void remember(InetAddress peer, Wrong count) {
        if (wrong.size() >= MOST_ADDRESSES && !wrong.containsKey(peer)) {
            wrong.pollFirstEntry();
        }
        wrong.put(peer, count);
        LOGGER.log(
                System.Logger.Level.WARNING, "a backup was asked for with a wrong token from " + peer.getHostAddress());
    }
}
