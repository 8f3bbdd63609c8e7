package dev.tradesuite.portfolio.rebalancing.web;

import dev.tradesuite.contracts.portfolio.RebalancingScheduleRequest;
import dev.tradesuite.support.access.BodyBooks;
import dev.tradesuite.support.access.OwnedBooks;
import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;

/** Which account a schedule is for: the usual one when none is named. */
@Component
final class BooksOfSchedule implements BodyBooks<RebalancingScheduleRequest> {

    @Override
    public Class<RebalancingScheduleRequest> type() {
        return RebalancingScheduleRequest.class;
    }

    @Override
    public List<OwnedBooks> named(RebalancingScheduleRequest body, MethodParameter where) {
        return List.of(OwnedBooks.account(Objects.requireNonNullElse(body.accountId(), BooksOfRebalancing.USUAL)));
    }
}
