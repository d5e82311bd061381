package dev.vane.adapters.rest.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What streamed content is written to. The answer begins when a buffer is full: until then a fault can still be answered as
 * one, and what is short is sent without a coding, as elsewhere.
 *
 * <p>What can go wrong: the content fails before that ({@link #begun()} is false), or after it; or writing fails, because the
 * client has left ({@link #lost()}), which ends the content by the exception that comes out of the write.
 */
final class Streaming extends OutputStream {

    /** How much is gathered for one write, in bytes. */
    static final int BUFFER = 8192;

    /** Begins the answer. */
    @FunctionalInterface
    interface Opening {
        /** Sets the headers for a coding and gives what takes plain bytes. */
        OutputStream open(ContentCoding coding) throws IOException;
    }

    private final Opening opening;
    private final ContentCoding coding;
    private final byte[] buffer = new byte[BUFFER];
    private Optional<OutputStream> target = Optional.empty();
    private int length;
    private boolean lost;

    Streaming(Opening opening, ContentCoding coding) {
        this.opening = opening;
        this.coding = coding;
    }

    @Override
    public void write(int b) throws IOException {
        if (length == BUFFER) {
            drain(coding);
        }
        buffer[length++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (length == BUFFER) {
                drain(coding);
            }
            int part = Math.min(BUFFER - length, count - done);
            System.arraycopy(bytes, offset + done, buffer, length, part);
            length += part;
            done += part;
        }
    }

    private void drain(ContentCoding chosen) throws IOException {
        try {
            if (target.isEmpty()) {
                target = Optional.of(opening.open(chosen));
            }
            target.get().write(buffer, 0, length);
            length = 0;
        } catch (IOException | RuntimeException e) {
            lost = true;
            throw e;
        }
    }

    /**
     * Ends the answer: only with this it is whole.
     *
     * @param commit sends the end
     */
    void finish(Runnable commit) throws IOException {
        boolean isShort = target.isEmpty() && length < Representation.COMPRESSED_FROM;
        drain(isShort ? ContentCoding.IDENTITY : coding);
        try {
            target.orElseThrow().close();
            commit.run();
        } catch (IOException | RuntimeException e) {
            lost = true;
            throw e;
        }
    }

    /** Tells whether the answer has begun, so that it can be no other any more. */
    boolean begun() {
        return target.isPresent();
    }

    /** Tells whether writing failed. */
    boolean lost() {
        return lost;
    }
}
