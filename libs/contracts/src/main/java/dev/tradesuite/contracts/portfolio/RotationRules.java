package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When strategies are to be changed. {@code GET | PATCH /api/v1/rotation/rules?code=}, the latter with scope
 * {@code risk:admin}; what a patch leaves out stays. Without a code: of every strategy that has none of its own.
 *
 * @param days trading days looked back; 60
 * @param runningDays days running on which the return has to be below the benchmark's; 5
 * @param sharpeShare least part of the target Sharpe ratio; 0.8
 * @param targetSharpe yearly Sharpe ratio it should have; 1
 * @param correlationBelow what a replacement may be correlated with any of the rest; 0.6
 * @param correlationDays returns the correlation looks back; 90
 * @param probability least probability that a replacement is better; 0.9
 * @param reduceTo part of the weight that is left after REDUCE; 0.5
 * @param automatic what is carried out without asking a person; SUSPEND
 * @param answerDays days after which a proposal nobody answered is made again; 5
 * @param restDays days until the same is proposed again after it was decided; 20
 * @param staleDays age of the newest return from which on nothing is known; 7
 */
public record RotationRules(
        @Nullable @Min(20) @Max(1000) Integer days,
        @Nullable @Min(1) @Max(60) Integer runningDays,
        @Nullable @DecimalMin("0") @DecimalMax("10") Double sharpeShare,
        @Nullable @DecimalMin("0.01") @DecimalMax("100") Double targetSharpe,
        @Nullable @DecimalMin("-1") @DecimalMax("1") Double correlationBelow,
        @Nullable @Min(20) @Max(1000) Integer correlationDays,
        @Nullable @DecimalMin("0.5") @DecimalMax("1") Double probability,
        @Nullable @DecimalMin("0.01") @DecimalMax("0.99") Double reduceTo,
        @Nullable @Size(max = 4) List<RotationAction> automatic,
        @Nullable @Min(1) @Max(7) Integer answerDays,
        @Nullable @Min(1) @Max(365) Integer restDays,
        @Nullable @Min(1) @Max(60) Integer staleDays) {}
