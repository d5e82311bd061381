package dev.vane.application.spi;

/** The fake keeps the contract that it stands in for. */
class InMemoryCallLedgerTest extends CallLedgerContract {

    private final InMemoryCallLedger ledger = new InMemoryCallLedger();

    @Override
    protected CallLedger ledger() {
        return ledger;
    }
}
