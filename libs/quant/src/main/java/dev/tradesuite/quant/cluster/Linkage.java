package dev.tradesuite.quant.cluster;

/** Distance of a joined cluster from a third one, from the distances of its parts (Lance and Williams 1967). */
public enum Linkage {
    /** The nearer of the two. */
    SINGLE {
        @Override
        double distance(Join join) {
            return Math.min(join.toFirst(), join.toSecond());
        }
    },
    /** The farther of the two. */
    COMPLETE {
        @Override
        double distance(Join join) {
            return Math.max(join.toFirst(), join.toSecond());
        }
    },
    /** Their mean, weighted by size. */
    AVERAGE {
        @Override
        double distance(Join join) {
            return (join.first() * join.toFirst() + join.second() * join.toSecond()) / (join.first() + join.second());
        }
    },
    /** By the growth of the squared distances within (Ward 1963). */
    WARD {
        @Override
        double distance(Join join) {
            double all = join.first() + join.second() + join.third();
            double square = ((join.first() + join.third()) * join.toFirst() * join.toFirst()
                            + (join.second() + join.third()) * join.toSecond() * join.toSecond()
                            - join.third() * join.apart() * join.apart())
                    / all;
            return Math.sqrt(Math.max(0, square));
        }
    };

    abstract double distance(Join join);

    /**
     * Two clusters that are joined, and a third.
     *
     * @param first size of the first
     * @param second size of the second
     * @param third size of the third
     * @param toFirst distance of the third from the first
     * @param toSecond distance of the third from the second
     * @param apart distance between the first and the second
     */
    record Join(int first, int second, int third, double toFirst, double toSecond, double apart) {}
}
