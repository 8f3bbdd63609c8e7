package dev.tradesuite.risk.config;

import dev.tradesuite.risk.exposure.DayRoll;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute whether a new risk day has begun. */
@Component
class DayRollSchedule {

    private final DayRoll dayRoll;

    DayRollSchedule(DayRoll dayRoll) {
        this.dayRoll = dayRoll;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        dayRoll.rollAccounts();
    }
}
