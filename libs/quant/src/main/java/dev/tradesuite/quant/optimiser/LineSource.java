package dev.tradesuite.quant.optimiser;

import org.jspecify.annotations.Nullable;

/**
 * A frontier of bounds and budget alone, by its critical line; what degenerate input leaves unproven, by interior
 * point.
 */
final class LineSource implements FrontierSource {

    private final PortfolioProgram program;
    private final @Nullable EfficientLine line;
    private final ProgramFrontier other;

    LineSource(PortfolioProgram program) {
        this.program = program;
        this.line = trace(program);
        this.other = new ProgramFrontier(program);
    }

    private static @Nullable EfficientLine trace(PortfolioProgram program) {
        try {
            return new CriticalLine(program.hessian(), program.returns(), program.box()).trace();
        } catch (StalledException e) {
            return null;
        }
    }

    @Override
    public PortfolioProgram program() {
        return program;
    }

    /** The corners; null when only the interior point could solve it. */
    @Nullable
    EfficientLine line() {
        return line;
    }

    @Override
    public FrontierPoint find(Goal goal) {
        if (line != null) {
            FrontierPoint point =
                    switch (goal) {
                        case Goal.AtTolerance(double tolerance) -> line.at(tolerance);
                        case Goal.LargestSharpe(double rate) -> line.maxSharpe(rate);
                        case Goal.OfReturn(double target) -> line.ofReturn(target);
                        case Goal.OfVariance(double target) -> line.ofVariance(target);
                    };
            if (program.isProven(point)) {
                return point;
            }
        }
        return other.require(goal, other.farthest() * 1e-7);
    }

    @Override
    public FrontierPoint top() {
        if (line != null) {
            FrontierPoint top =
                    new FrontierPoint(line.top().tolerance(), line.top().weights());
            if (program.isProven(top)) {
                return top;
            }
        }
        return other.top();
    }
}
