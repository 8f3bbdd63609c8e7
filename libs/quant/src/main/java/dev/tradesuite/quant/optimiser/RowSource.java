package dev.tradesuite.quant.optimiser;

/** A frontier within rows, by interior point and active set. */
final class RowSource implements FrontierSource {

    private final PortfolioProgram program;
    private final ProgramFrontier frontier;

    RowSource(PortfolioProgram program) {
        this.program = program;
        this.frontier = new ProgramFrontier(program);
    }

    @Override
    public PortfolioProgram program() {
        return program;
    }

    @Override
    public FrontierPoint find(Goal goal) {
        double guess = goal instanceof Goal.AtTolerance(double tolerance) ? tolerance : frontier.farthest() * 1e-7;
        return frontier.require(goal, guess);
    }

    @Override
    public FrontierPoint top() {
        return frontier.top();
    }
}
