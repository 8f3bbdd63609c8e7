package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.trade.TradeDecision.Findings;
import dev.tradesuite.support.Sha256;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SHA-256 of everything a decision rests on. */
final class TradeInputHash {

    private TradeInputHash() {}

    static String of(TradeIdea idea, Findings findings) {
        AccountFunds funds = findings.funds();
        StringBuilder inputs = new StringBuilder(idea.requestHash())
                .append('\n')
                .append(findings.signal() == null ? "" : findings.signal().inputHash())
                .append('\n')
                .append(
                        funds == null
                                ? ""
                                : funds.currency() + " "
                                        + (funds.equity() == null
                                                ? ""
                                                : funds.equity().toPlainString()));
        new TreeMap<>(findings.conversionPrices())
                .forEach((symbol, price) ->
                        inputs.append('\n').append(symbol).append(' ').append(price.toPlainString()));
        TradeSize size = findings.size();
        RiskVerdict verdict = findings.verdict();
        return Sha256.hex(inputs.append('\n')
                .append(text(size == null ? null : size.arithmetic()))
                .append('\n')
                .append(text(verdict == null ? null : verdict.checks()))
                .toString());
    }

    private static String text(@Nullable StepDocument document) {
        return document == null ? "" : document.text();
    }
}
