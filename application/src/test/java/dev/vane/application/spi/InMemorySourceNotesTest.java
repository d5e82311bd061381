package dev.vane.application.spi;

class InMemorySourceNotesTest extends SourceNotesContract {

    private final InMemorySourceNotes notes = new InMemorySourceNotes();

    @Override
    protected SourceNotes notes() {
        return notes;
    }
}
