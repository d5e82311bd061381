package dev.vane.adapters.rest.exchange;

/** Something that can be read over HTTP. */
@FunctionalInterface
public interface Resource {

    /**
     * Answers a call. Called from several threads.
     *
     * @throws RefusedException if the call is not to be served
     */
    Answer answer(Call call);
}
