-- The books. Amounts are in the currency of the account; the scale of a number is the service's affair, so numeric is
-- left without one.

create table account (
    id              text        primary key,
    name            text        not null,
    currency        text        not null,
    label           text        not null check (label in ('PAPER', 'LIVE')),
    initial_balance numeric     not null check (initial_balance > 0),
    realised_pnl    numeric     not null,
    commission_paid numeric     not null,
    balance         numeric     not null generated always as (initial_balance + realised_pnl - commission_paid) stored,
    sequence        bigint      not null check (sequence > 0),
    opened_at       timestamptz not null,
    updated_at      timestamptz not null
);

comment on column account.sequence is 'grows by one with every change of the account or its positions';

create table position (
    account_id         text        not null references account,
    symbol             text        not null,
    direction          text        not null check (direction in ('LONG', 'SHORT')),
    lots               numeric     not null check (lots > 0),
    cost               numeric     not null,
    leverage           numeric     not null check (leverage between 1 and 500),
    stop_loss_price    numeric     check (stop_loss_price > 0),
    opened_at          timestamptz not null,
    mark_price         numeric     not null check (mark_price > 0),
    marked_at          timestamptz not null,
    conversion_rate    numeric     not null check (conversion_rate > 0),
    conversion_rate_at timestamptz,
    primary key (account_id, symbol)
);

comment on column position.cost is 'sum of price x lots over the open lots; divided by lots it is the average price';
comment on column position.leverage is '1: not stated, the margin rate of the instrument applies';
comment on column position.conversion_rate_at is 'null: quote currency and account currency are the same';

create index position_by_symbol on position (symbol);

create table trade (
    fill_id          uuid        primary key,
    account_id       text        not null references account,
    account_sequence bigint      not null,
    order_id         uuid        not null,
    client_order_id  text        not null,
    cumulative_lots  numeric     not null check (cumulative_lots > 0),
    order_complete   boolean     not null,
    strategy         text,
    symbol           text        not null,
    side             text        not null check (side in ('BUY', 'SELL')),
    lots             numeric     not null check (lots > 0),
    price            numeric     not null check (price > 0),
    opened_lots      numeric     not null check (opened_lots >= 0),
    closed_lots      numeric     not null check (closed_lots >= 0),
    realised_pnl     numeric,
    commission       numeric     not null,
    conversion_rate  numeric     not null check (conversion_rate > 0),
    leverage         numeric     not null check (leverage between 1 and 500),
    stop_loss_price  numeric     check (stop_loss_price > 0),
    label            text        not null check (label in ('PAPER', 'LIVE')),
    filled_at        timestamptz not null,
    constraint trade_lots_add_up check (opened_lots + closed_lots = lots),
    constraint trade_profit_when_closed check ((closed_lots > 0) = (realised_pnl is not null)),
    constraint trade_sequence_once unique (account_id, account_sequence)
);

create index trade_by_time on trade (account_id, filled_at desc, account_sequence desc);
create index trade_by_order on trade (order_id);
