package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.portfolio.RiskModel;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.moment.CapitalAssetPricing;
import dev.tradesuite.quant.moment.CovarianceEstimate;
import dev.tradesuite.quant.moment.DenoisedCovariance;
import dev.tradesuite.quant.moment.ExpectedReturns;
import dev.tradesuite.quant.moment.ExponentialCovariance;
import dev.tradesuite.quant.moment.JamesStein;
import dev.tradesuite.quant.moment.LedoitWolf;
import dev.tradesuite.quant.moment.OracleApproximating;
import dev.tradesuite.quant.moment.PairwiseCorrelation;
import dev.tradesuite.quant.moment.PositiveSemidefinite;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.moment.SampleCovariance;
import dev.tradesuite.quant.moment.Semicovariance;
import dev.tradesuite.quant.optimiser.Universe;
import dev.tradesuite.support.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads data of any form as moments. */
final class AssetMomentsReader {

    /** Fewest returns of an asset that vary. */
    private static final int LEAST_RETURNS = 2;

    private final RegisteredReturns registered;

    AssetMomentsReader(RegisteredReturns registered) {
        this.registered = registered;
    }

    /**
     * The moments.
     *
     * @throws ProblemException as {@link RegisteredReturns#read}; NO_ASSETS, ONE_ASSET, TOO_MANY_ASSETS,
     *     DATES_DO_NOT_OVERLAP, NOT_POSITIVE_SEMIDEFINITE
     * @throws QuantException what the estimates refuse
     */
    AssetMoments read(AssetData data, MomentModels models) {
        requireCount(codes(data).size());
        List<String> warnings = new ArrayList<>();
        return switch (data) {
            case AssetData.Registered wanted -> estimated(registered.read(wanted, warnings), models, warnings);
            case AssetData.Priced(var prices) -> estimated(prices.returns(), models, warnings);
            case AssetData.Returned(var returns) -> estimated(returns, models, warnings);
            case AssetData.Given given -> told(given, warnings);
        };
    }

    private static List<String> codes(AssetData data) {
        return switch (data) {
            case AssetData.Registered wanted -> wanted.codes();
            case AssetData.Priced(var prices) -> prices.codes();
            case AssetData.Returned(var returns) -> returns.codes();
            case AssetData.Given given -> given.codes();
        };
    }

    private static void requireCount(int count) {
        if (count == 0) {
            throw new ProblemException(ProblemCode.NO_ASSETS, "The data names no assets");
        }
        if (count == 1) {
            throw new ProblemException(ProblemCode.ONE_ASSET, "One asset alone leaves nothing to choose");
        }
        if (count > Universe.MAX_ASSETS) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_ASSETS,
                    "At most %d assets can be optimised at once, were %d".formatted(Universe.MAX_ASSETS, count));
        }
    }

    private static AssetMoments told(AssetData.Given given, List<String> warnings) {
        PositiveSemidefinite examined = PositiveSemidefinite.of(given.covariance());
        if (examined.isChanged() && !given.repair()) {
            throw new ProblemException(
                    ProblemCode.NOT_POSITIVE_SEMIDEFINITE,
                    "The smallest eigenvalue is %s; with repair no element changes by more than %s"
                            .formatted(examined.smallestEigenvalue(), examined.largestChange()));
        }
        warnOfRepair(examined, warnings);
        return new AssetMoments(
                Universe.of(given.codes(), given.expectedReturns(), examined.matrix()),
                Optional.empty(),
                () -> examined.matrix().correlation(),
                quality(examined.matrix(), OptionalInt.empty(), OptionalDouble.empty(), false),
                warnings);
    }

    private static AssetMoments estimated(ReturnTable returns, MomentModels models, List<String> warnings) {
        requireReturns(returns);
        CovarianceEstimate estimate = covariance(returns, models);
        PositiveSemidefinite examined = PositiveSemidefinite.of(estimate.matrix());
        warnOfRepair(examined, warnings);
        if (estimate.isRankDeficient()) {
            warnings.add(
                    "There are %d common observations of %d assets, so the covariance is singular; a shrunk risk_model would not be"
                            .formatted(estimate.observations(), returns.assets()));
        }
        return new AssetMoments(
                Universe.of(returns.codes(), expectedReturns(returns, models), examined.matrix()),
                Optional.of(returns),
                () -> models.risk() == RiskModel.SAMPLE
                        ? PairwiseCorrelation.of(returns)
                        : examined.matrix().correlation(),
                quality(
                        examined.matrix(),
                        OptionalInt.of(estimate.observations()),
                        estimate.shrinkage(),
                        estimate.isRankDeficient()),
                warnings);
    }

    private static void requireReturns(ReturnTable returns) {
        for (int i = 0; i < returns.assets(); i++) {
            if (returns.present(i).length < LEAST_RETURNS) {
                throw new ProblemException(
                        ProblemCode.TOO_FEW_OBSERVATIONS,
                        "%s has %d returns, at least %d are needed"
                                .formatted(returns.codes().get(i), returns.present(i).length, LEAST_RETURNS));
            }
        }
    }

    private static double[] expectedReturns(ReturnTable returns, MomentModels models) {
        double frequency = models.frequency();
        return switch (models.expectedReturns()) {
            case GEOMETRIC_MEAN -> ExpectedReturns.geometricMean(returns, frequency);
            case ARITHMETIC_MEAN -> ExpectedReturns.arithmeticMean(returns, frequency);
            case EMA -> ExpectedReturns.exponential(returns, models.span(), frequency);
            case CAPM -> CapitalAssetPricing.expectedReturns(returns, models.riskFreeRate(), frequency);
            case JAMES_STEIN -> JamesStein.of(returns, frequency).expected();
        };
    }

    private static CovarianceEstimate covariance(ReturnTable returns, MomentModels models) {
        try {
            double frequency = models.frequency();
            return switch (models.risk()) {
                case SAMPLE -> SampleCovariance.of(returns, frequency);
                case SEMICOVARIANCE -> Semicovariance.of(returns, models.benchmarkReturn(), frequency);
                case EXPONENTIAL -> ExponentialCovariance.of(returns, models.span(), frequency);
                case LEDOIT_WOLF_CONSTANT_VARIANCE -> LedoitWolf.constantVariance(returns, frequency);
                case LEDOIT_WOLF_SINGLE_FACTOR -> LedoitWolf.singleFactor(returns, frequency);
                case LEDOIT_WOLF_CONSTANT_CORRELATION -> LedoitWolf.constantCorrelation(returns, frequency);
                case OAS -> OracleApproximating.of(returns, frequency);
                case DENOISED -> DenoisedCovariance.of(returns, frequency).estimate();
            };
        } catch (QuantException e) {
            // Each asset has returns enough, so it is the common ones that are missing.
            throw e.problem() == QuantProblem.TOO_FEW_OBSERVATIONS && !returns.isComplete()
                    ? new ProblemException(ProblemCode.DATES_DO_NOT_OVERLAP, String.valueOf(e.getMessage()))
                    : e;
        }
    }

    private static void warnOfRepair(PositiveSemidefinite examined, List<String> warnings) {
        if (examined.isChanged()) {
            warnings.add(
                    "The covariance had %d negative eigenvalues, which became 0; no element changed by more than %s"
                            .formatted(examined.negativeEigenvalues(), examined.largestChange()));
        }
    }

    private static AssetMoments.Quality quality(
            SymmetricMatrix covariance, OptionalInt observations, OptionalDouble shrinkage, boolean rankDeficient) {
        double condition = rankDeficient
                ? Double.POSITIVE_INFINITY
                : SymmetricEigen.of(covariance).conditionNumber();
        return new AssetMoments.Quality(
                observations,
                Double.isInfinite(condition) ? OptionalDouble.empty() : OptionalDouble.of(condition),
                shrinkage,
                rankDeficient);
    }
}
