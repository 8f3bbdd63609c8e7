package dev.tradesuite.ledger.account.messaging;

import static dev.tradesuite.ledger.account.TestFills.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.test.ContractSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The events the books live on, as their owners write them and with fields that may come later. */
class ReceivedSamplesTest {

    private final OrderFilled sample = ContractSamples.readWithMore("OrderFilled", OrderFilled.class);

    @Test
    void fillOfTheOrchestratorIsAFillOfTheBooks() {
        Fill fill = FillMapper.fill(sample, CATALOG);

        assertThat(fill.id()).isEqualTo(sample.fillId());
        assertThat(fill.accountId()).isEqualTo("main");
        assertThat(fill.instrument().symbol()).isEqualTo("EURUSD");
        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(fill.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(fill.price()).isEqualByComparingTo("1.08355");
        assertThat(fill.terms().commission()).isEqualByComparingTo("1.40");
        assertThat(fill.terms().leverage().value()).isEqualByComparingTo("30");
        assertThat(fill.terms().stopLossPrice()).isEqualByComparingTo("1.0785");
        assertThat(fill.label()).isEqualTo(RunLabel.PAPER);
        assertThat(fill.order().orderId()).isEqualTo(sample.orderId());
        assertThat(fill.order().complete()).isTrue();
        assertThat(fill.order().strategy()).isEqualTo("breakout");
        assertThat(fill.filledAt()).isEqualTo(sample.filledAt());
    }

    @ParameterizedTest
    @EnumSource(names = {"BACKTEST", "BACKFILL", "SIMULATED"})
    void fillThatNeverHappenedMovesNoBooks(RunLabel label) {
        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(() -> FillMapper.fill(labelled(label), CATALOG))
                .withMessageContaining(label.name());
    }

    @Test
    void candleOfTheBrainIsRead() {
        CandleClosed closed = ContractSamples.readWithMore("CandleClosed", CandleClosed.class);

        assertThat(CATALOG.find(closed.symbol())).isPresent();
        assertThat(closed.candle().close()).isPositive();
        assertThat(closed.candle().openTime()).isNotNull();
        assertThat(closed.timeframe().length()).isPositive();
    }

    private OrderFilled labelled(RunLabel label) {
        return new OrderFilled(
                sample.fillId(),
                sample.orderId(),
                sample.clientOrderId(),
                sample.accountId(),
                sample.symbol(),
                sample.side(),
                sample.lots(),
                sample.price(),
                sample.cumulativeLots(),
                sample.orderComplete(),
                sample.commission(),
                sample.conversionRate(),
                sample.conversionRates(),
                sample.conversionRatesAt(),
                sample.conversionStale(),
                sample.leverage(),
                sample.stopLossPrice(),
                sample.reduceOnly(),
                sample.strategy(),
                label,
                sample.filledAt(),
                sample.exitReason(),
                sample.protection());
    }
}
