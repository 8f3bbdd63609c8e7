package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import java.util.Optional;

/** The size above which a person has to approve an order: it is not got round by a change of a small one. */
public interface OrderSizeLimit {

    /** Why a working order may not become this large without anybody's approval; empty when it may. */
    Optional<Reason> refusal(TradeOrder order, TradeTerms changed);
}
