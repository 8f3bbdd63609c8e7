package dev.tradesuite.sizing.position.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.sizing.position.FixedLot;
import dev.tradesuite.sizing.position.FixedRisk;
import dev.tradesuite.sizing.position.Kelly;
import dev.tradesuite.sizing.position.MarginRoom;
import dev.tradesuite.sizing.position.RiskPercent;
import dev.tradesuite.sizing.position.SizingMethod;
import dev.tradesuite.sizing.position.SizingSettings;
import dev.tradesuite.sizing.position.SizingTrade;
import dev.tradesuite.sizing.position.TradingCosts;
import dev.tradesuite.sizing.position.Volatility;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SizingMapperTest {

    private static final BigDecimal EQUITY = new BigDecimal("10000");
    private static final BigDecimal PRICE = new BigDecimal("1.0835");
    private static final RiskPercent ONE_PERCENT = new RiskPercent(BigDecimal.ONE);

    private final SizingMapper mapper =
            new SizingMapper(InstrumentCatalog.shipped(), new SizingSettings(BigDecimal.ONE, new BigDecimal("80")));

    @Test
    void fillsInWhatARequestDoesNotState() {
        SizingTrade trade = mapper.trade(request("eurusd", null, null, null, null));

        assertThat(trade.instrument().symbol()).isEqualTo("EURUSD");
        assertThat(trade.side()).isNull();
        assertThat(trade.account().currency()).isEqualTo("USD");
        assertThat(trade.account().marginRoom())
                .isEqualTo(new MarginRoom(new BigDecimal("80"), BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(trade.costs()).isEqualTo(TradingCosts.NONE);
        assertThat(trade.leverage()).isEqualTo(Leverage.NOT_STATED);
        assertThat(trade.method()).isEqualTo(new FixedRisk(ONE_PERCENT, null));
    }

    @Test
    void takesWhatARequestStates() {
        SizingTrade trade = mapper.trade(new SizingRequest(
                "GBPUSD",
                Side.SELL,
                RiskStrategy.FIXED_LOT,
                EQUITY,
                "EUR",
                PRICE,
                BigDecimal.TEN,
                null,
                BigDecimal.TWO,
                new BigDecimal("30"),
                null,
                null,
                new SizingRequest.Margin(new BigDecimal("60"), BigDecimal.TEN, BigDecimal.TWO),
                new SizingRequest.Costs(BigDecimal.ONE, null, BigDecimal.TWO),
                Map.of("EURUSD", PRICE)));

        assertThat(trade.account().marginRoom())
                .isEqualTo(new MarginRoom(new BigDecimal("60"), BigDecimal.TEN, BigDecimal.TWO));
        assertThat(trade.costs()).isEqualTo(new TradingCosts(Pips.of(1), Pips.of(0), BigDecimal.TWO));

        assertThat(trade.side()).isEqualTo(Side.SELL);
        assertThat(trade.account().currency()).isEqualTo("EUR");
        assertThat(trade.leverage()).isEqualTo(new Leverage(new BigDecimal("30")));
        assertThat(trade.rates().find("USD", "EUR")).isPresent();
        assertThat(trade.method()).isEqualTo(new FixedLot(Lots.of("2"), Pips.of(10)));
    }

    @Test
    void usesHalfKellyAndTwoAverageRangesByDefault() {
        assertThat(method(RiskStrategy.KELLY, new SizingRequest.Kelly(0.6, 1.5, 100, null), null))
                .isEqualTo(new Kelly(ONE_PERCENT, new Kelly.Figures(0.6, 1.5, 100, 0.5), null));
        assertThat(method(RiskStrategy.KELLY, new SizingRequest.Kelly(0.6, 1.5, 100, 0.25), null))
                .isEqualTo(new Kelly(ONE_PERCENT, new Kelly.Figures(0.6, 1.5, 100, 0.25), null));
        BigDecimal atr = new BigDecimal("0.002");
        assertThat(method(RiskStrategy.VOLATILITY, null, new SizingRequest.Volatility(atr, null)))
                .isEqualTo(new Volatility(ONE_PERCENT, new Volatility.Range(atr, BigDecimal.TWO)));
        assertThat(method(RiskStrategy.VOLATILITY, null, new SizingRequest.Volatility(atr, BigDecimal.TEN)))
                .isEqualTo(new Volatility(ONE_PERCENT, new Volatility.Range(atr, BigDecimal.TEN)));
    }

    @Test
    void leavesMissingFiguresToTheMethodToRefuse() {
        assertThat(method(RiskStrategy.KELLY, null, null)).isEqualTo(new Kelly(ONE_PERCENT, null, null));
        assertThat(method(RiskStrategy.VOLATILITY, null, null)).isEqualTo(new Volatility(ONE_PERCENT, null));
    }

    @Test
    void knowsNoSymbolOutsideOfTheCatalogue() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> mapper.trade(request("EURXXX", null, null, null, null)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_SYMBOL));
    }

    private SizingMethod method(
            RiskStrategy strategy, SizingRequest.@Nullable Kelly kelly, SizingRequest.@Nullable Volatility volatility) {
        return mapper.trade(request("EURUSD", strategy, null, kelly, volatility))
                .method();
    }

    private static SizingRequest request(
            String symbol,
            @Nullable RiskStrategy strategy,
            @Nullable BigDecimal riskPercent,
            SizingRequest.@Nullable Kelly kelly,
            SizingRequest.@Nullable Volatility volatility) {
        return new SizingRequest(
                symbol,
                null,
                strategy,
                EQUITY,
                null,
                PRICE,
                null,
                riskPercent,
                null,
                null,
                kelly,
                volatility,
                null,
                null,
                null);
    }
}
