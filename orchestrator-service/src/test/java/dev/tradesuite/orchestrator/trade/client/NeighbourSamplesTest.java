package dev.tradesuite.orchestrator.trade.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.risk.Reservation;
import dev.tradesuite.contracts.risk.ReservationStatus;
import dev.tradesuite.contracts.risk.RiskAssessment;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.SizingOutcome;
import dev.tradesuite.test.ContractSamples;
import org.junit.jupiter.api.Test;

/** What the neighbours answer can be read here, also when they answer more one day. */
class NeighbourSamplesTest {

    @Test
    void signalOfTheBrainIsRead() {
        BrainSignal signal = ContractSamples.readWithMore("BrainSignal", BrainSignal.class);

        assertThat(signal.signal()).isNotNull();
        assertThat(signal.readings()).isNotNull();
        assertThat(signal.inputHash()).isNotEmpty();
        assertThat(signal.reasons()).isNotEmpty();
    }

    @Test
    void latestPricesAreRead() {
        assertThat(ContractSamples.readWithMore("LatestPrices", LatestPrices.class)
                        .prices())
                .isNotEmpty()
                .allSatisfy(price -> assertThat(price.price()).isPositive());
    }

    @Test
    void closedCandleIsRead() {
        CandleClosed closed = ContractSamples.readWithMore("CandleClosed", CandleClosed.class);

        assertThat(closed.candle().openTime()).isNotNull();
        assertThat(closed.timeframe()).isNotNull();
    }

    @Test
    void sizeIsRead() {
        PositionSize size = ContractSamples.readWithMore("PositionSize", PositionSize.class);
        assertThat(size.outcome()).isEqualTo(SizingOutcome.SIZED);
        assertThat(size.lotSize()).isPositive();

        PositionSize refused = ContractSamples.readWithMore("PositionSize-refused", PositionSize.class);
        assertThat(refused.refusal()).isNotNull();
    }

    @Test
    void assessmentAndReservationAreRead() {
        assertThat(ContractSamples.readWithMore("RiskAssessment", RiskAssessment.class)
                        .checks())
                .hasSize(6);
        Reservation held = ContractSamples.readWithMore("Reservation", Reservation.class);
        assertThat(held.status()).isEqualTo(ReservationStatus.RESERVED);
        Reservation denied = ContractSamples.readWithMore("Reservation-denied", Reservation.class);
        assertThat(denied.status()).isEqualTo(ReservationStatus.DENIED);
        assertThat(denied.assessment()).isNotNull();
    }

    @Test
    void accountIsRead() {
        Account account = ContractSamples.readWithMore("Account", Account.class);

        assertThat(account.equity()).isPositive();
        assertThat(account.positions()).isNotEmpty();
    }
}
