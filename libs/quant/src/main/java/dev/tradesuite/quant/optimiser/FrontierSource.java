package dev.tradesuite.quant.optimiser;

/** Where points of an efficient frontier come from. */
interface FrontierSource {

    /** The program whose frontier it is. */
    PortfolioProgram program();

    /** The point of a goal that the frontier reaches. */
    FrontierPoint find(Goal goal);

    /** The same without what makes it hard: a frontier that is at least as good, to look ahead with. */
    default FrontierSource relaxed() {
        return this;
    }

    /** The largest return, of the least variance among equals. */
    FrontierPoint top();
}
