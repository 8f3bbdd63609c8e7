package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.brain.signal.web.CandleFault.Finding;
import dev.tradesuite.brain.signal.web.CandleFault.Surroundings;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** No candle of the request has the fault. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SoundCandles.Validator.class)
@interface SoundCandles {

    /** The fault to look for. */
    CandleFault without();

    /** Name of the fault, which becomes the code of the error. */
    String code();

    String message() default "expected sound candles";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the field of each candle that has the fault; made by Spring, which hands in clock and settings. */
    final class Validator implements ConstraintValidator<SoundCandles, DecideRequest> {

        private static final int REPORTED = 100;

        private final Clock clock;
        private final SignalSettings settings;
        private CandleFault fault = CandleFault.RANGE_BROKEN;

        Validator(Clock clock, SignalSettings settings) {
            this.clock = clock;
            this.settings = settings;
        }

        @Override
        public void initialize(SoundCandles constraint) {
            fault = constraint.without();
        }

        @Override
        public boolean isValid(DecideRequest request, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            Timeframe timeframe = request.timeframe() == null ? settings.timeframe() : request.timeframe();
            Instant moment = TimeBounds.clamp(request.asOf() == null ? clock.instant() : request.asOf());
            List<Candle> candles = request.candles() == null ? List.of() : request.candles();
            List<Integer> inOrder = IntStream.range(0, candles.size())
                    .filter(i -> candles.get(i) != null && candles.get(i).openTime() != null)
                    .boxed()
                    .sorted(Comparator.comparing(i -> candles.get(i).openTime()))
                    .toList();
            int found = 0;
            for (int n = 0; n < inOrder.size() && found < REPORTED; n++) {
                int index = inOrder.get(n);
                Candle before = n == 0 ? null : candles.get(inOrder.get(n - 1));
                boolean newest = n == inOrder.size() - 1;
                Optional<Finding> finding =
                        fault.in(candles.get(index), new Surroundings(timeframe, moment, before, newest));
                if (finding.isPresent()) {
                    found++;
                    report(index, finding.get(), context);
                }
            }
            return found == 0;
        }

        private static void report(int index, Finding finding, ConstraintValidatorContext context) {
            context.buildConstraintViolationWithTemplate(finding.message())
                    .addPropertyNode("candles")
                    .addPropertyNode(finding.field())
                    .inIterable()
                    .atIndex(index)
                    .addConstraintViolation();
        }
    }
}
