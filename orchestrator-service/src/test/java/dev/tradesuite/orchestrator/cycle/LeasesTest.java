package dev.tradesuite.orchestrator.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.cycle.CycleStatus;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private final CycleWorld world = new CycleWorld();
    private final Leases leases = new Leases(world.store);
    private final DueCycle due = world.due();

    @Test
    void heldCycleIsNotAbandonedAsLongAsItsLeaseIsRenewed() {
        leases.hold(claim());
        for (int i = 0; i < 3; i++) {
            world.clock.advance(MemoryCycles.LEASE.dividedBy(2));
            leases.renew();
        }
        assertThat(world.store.abandoned(10)).isEmpty();

        world.leasesEnd();
        assertThat(world.store.abandoned(10)).extracting(Cycle::id).containsExactly(due.id());
    }

    @Test
    void releasedCycleIsNotRenewed() {
        Cycle held = claim();
        leases.hold(held);
        leases.release(held);

        world.leasesEnd();
        leases.renew();

        assertThat(world.store.abandoned(10)).hasSize(1);
    }

    @Test
    void lateEndOfAnEarlierRunReleasesNothingOfTheLaterOneHere() {
        Cycle first = claim();
        leases.hold(first);
        world.leasesEnd();
        leases.hold(claim());

        leases.release(first);
        world.clock.advance(MemoryCycles.LEASE.dividedBy(2));
        leases.renew();
        world.clock.advance(MemoryCycles.LEASE.dividedBy(2).plusSeconds(1));

        assertThat(world.store.abandoned(10)).isEmpty();
    }

    @Test
    void leaseOfACycleThatWasTakenOverElsewhereIsNotRenewedForTheOther() {
        leases.hold(claim());
        world.leasesEnd();
        claim();

        world.clock.advance(MemoryCycles.LEASE.dividedBy(2));
        leases.renew();
        world.clock.advance(MemoryCycles.LEASE.dividedBy(2).plusSeconds(1));

        assertThat(world.store.abandoned(10)).extracting(Cycle::fence).containsExactly(2L);
    }

    private Cycle claim() {
        CycleClaim claim = world.store.claim(due, false, world.clock.instant());
        assertThat(claim).isInstanceOf(CycleClaim.Taken.class);
        Cycle taken = ((CycleClaim.Taken) claim).cycle();
        assertThat(taken.status()).isEqualTo(CycleStatus.RUNNING);
        return taken;
    }
}
