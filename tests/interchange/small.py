"""A small regulation, and what each kind of CRM says of one deal of it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import salesreg as sr
from salesreg.model.regulation import Regulation

RULES = """\
format: salesreg/1
key: rules
title: Sales rules
language: en
revision: {number: "1", in_force_from: 2026-01-12}
roles:
- {key: manager, title: Sales manager}
fields:
- {key: price, title: Price, type: number}
stages:
- key: new
  title: New
  kind: initial
  owner: manager
  norm: {limit: 1 business days}
  transitions: [{to: offer}]
- key: offer
  title: Offer
  owner: manager
  transitions: [{to: won}]
- {key: won, title: Won, kind: won, owner: manager}
calendars:
- key: office
  title: Office
  time_zone: Europe/Moscow
  country: RU
  week:
  - {days: [monday, tuesday, wednesday, thursday, friday], window: "09:00-18:00"}
"""
NOW = dt.datetime(2026, 3, 31, tzinfo=dt.UTC)


def rules() -> Regulation:
    """Return the regulation."""
    return sr.loads(RULES)


BITRIX = {
    "result": {
        "items": [
            {
                "ID": 2,
                "TYPE_ID": 2,
                "OWNER_ID": 7,
                "CREATED_TIME": "2026-03-05T10:00:00+03:00",
                "STAGE_ID": "C1:OFFER",
            },
            {
                "ID": 1,
                "TYPE_ID": 1,
                "OWNER_ID": 7,
                "CREATED_TIME": "2026-03-02T10:00:00+03:00",
                "STAGE_ID": "C1:NEW",
            },
        ]
    }
}
BITRIX_DEALS = {
    "result": [
        {
            "ID": 7,
            "DATE_CREATE": "2026-03-02T10:00:00+03:00",
            "ASSIGNED_BY_ID": 3,
            "OPPORTUNITY": "1200.50",
        }
    ]
}
HUBSPOT = {
    "results": [
        {
            "id": "7",
            "properties": {
                "amount": "1200.50",
                "createdate": "2026-03-02T07:00:00Z",
                "dealstage": "offer-id",
                "hubspot_owner_id": "3",
            },
            "propertiesWithHistory": {
                "dealstage": [
                    {
                        "value": "offer-id",
                        "timestamp": "2026-03-05T07:00:00.000Z",
                        "sourceType": "CRM_UI",
                        "updatedByUserId": 3,
                    },
                    {"value": "new-id", "timestamp": "2026-03-02T07:00:00.000Z"},
                ],
                "hubspot_owner_id": [
                    {"value": "3", "timestamp": "2026-03-02T07:00:00.000Z"}
                ],
                "amount": [
                    {"value": "1200.50", "timestamp": "2026-03-02T07:00:00.000Z"}
                ],
            },
        }
    ]
}
AMO = {
    "_embedded": {
        "events": [
            {
                "id": "b",
                "type": "lead_status_changed",
                "entity_id": 7,
                "entity_type": "lead",
                "created_by": 3,
                "created_at": 1772694000,
                "value_after": [{"lead_status": {"id": 12, "pipeline_id": 1}}],
            },
            {
                "id": "a",
                "type": "lead_status_changed",
                "entity_id": 7,
                "entity_type": "lead",
                "created_by": 0,
                "created_at": 1772434800,
                "value_after": [{"lead_status": {"id": 11, "pipeline_id": 1}}],
            },
            {
                "id": "c",
                "type": "entity_responsible_changed",
                "entity_id": 7,
                "entity_type": "lead",
                "created_by": 3,
                "created_at": 1772434800,
                "value_after": [{"responsible_user": {"id": 3}}],
            },
            {
                "id": "d",
                "type": "sale_field_changed",
                "entity_id": 7,
                "entity_type": "lead",
                "created_by": 3,
                "created_at": 1772434800,
                "value_after": [{"sale_field_value": {"sale": 1200}}],
            },
            {
                "id": "e",
                "type": "outgoing_call",
                "entity_id": 7,
                "created_by": 3,
                "created_at": 1772434900,
                "entity_type": "lead",
            },
            {
                "id": "f",
                "type": "contact_added",
                "entity_id": 70,
                "created_by": 3,
                "created_at": 1772434900,
                "entity_type": "contact",
            },
        ]
    }
}
SALESFORCE = {
    "records": [
        {
            "OpportunityId": "7",
            "StageName": "Prospecting",
            "CreatedDate": "2026-03-02T07:00:00.000+0000",
            "CreatedById": "3",
            "Amount": "1200.50",
        },
        {
            "OpportunityId": "7",
            "StageName": "Proposal",
            "CreatedDate": "2026-03-05T07:00:00.000+0000",
            "CreatedById": "3",
            "Amount": "1200.50",
        },
    ]
}
SALESFORCE_CSV = b"""\
OpportunityId,StageName,CreatedDate,CreatedById
7,Prospecting,2026-03-02T07:00:00.000+0000,3
7,Proposal,2026-03-05T07:00:00.000+0000,3
"""
XES = b"""\
<?xml version="1.0" encoding="utf-8"?>
<!-- Comments are usual in logs. -->
<log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
  <trace>
    <string key="concept:name" value="7"/>
    <float key="price" value="1200.50"/>
    <event>
      <string key="concept:name" value="Prospecting"/>
      <string key="org:resource" value="3"/>
      <date key="time:timestamp" value="2026-03-02T07:00:00+00:00"/>
    </event>
    <event>
      <string key="concept:name" value="Call"/>
      <string key="lifecycle:transition" value="start"/>
      <date key="time:timestamp" value="2026-03-02T08:00:00+00:00"/>
    </event>
    <event>
      <string key="concept:name" value="Call"/>
      <string key="lifecycle:transition" value="complete"/>
      <date key="time:timestamp" value="2026-03-02T08:10:00+00:00"/>
    </event>
    <event>
      <string key="concept:name" value="Proposal"/>
      <string key="priority" value="high"/>
      <date key="time:timestamp" value="2026-03-05T07:00:00+00:00"/>
    </event>
  </trace>
</log>
"""
OCEL = {
    "objectTypes": [],
    "eventTypes": [],
    "objects": [
        {
            "id": "7",
            "type": "deal",
            "attributes": [
                {"name": "price", "time": "1970-01-01T00:00:00Z", "value": "1000"},
                {"name": "price", "time": "2026-03-03T07:00:00Z", "value": "1200.50"},
            ],
        },
        {"id": "3", "type": "person"},
    ],
    "events": [
        {
            "id": "e2",
            "type": "Proposal",
            "time": "2026-03-05T07:00:00Z",
            "relationships": [
                {"objectId": "3", "qualifier": "by"},
                {"objectId": "7", "qualifier": "of"},
            ],
        },
        {
            "id": "e1",
            "type": "Prospecting",
            "time": "2026-03-02T07:00:00Z",
            "relationships": [{"objectId": "7", "qualifier": "of"}],
        },
    ],
}

OCEL_XML = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<log>
  <object-types><object-type name="deal"/></object-types>
  <event-types><event-type name="Proposal"/></event-types>
  <objects>
    <object id="7" type="deal">
      <attributes>
        <attribute name="price" time="1970-01-01T00:00:00Z">1000</attribute>
        <attribute name="price" time="2026-03-03T07:00:00Z">1200.50</attribute>
      </attributes>
    </object>
    <object id="3" type="person"/>
  </objects>
  <events>
    <event id="e2" type="Proposal" time="2026-03-05T07:00:00Z">
      <attributes/>
      <objects>
        <relationship object-id="3" qualifier="by"/>
        <relationship object-id="7" qualifier="of"/>
      </objects>
    </event>
    <event id="e1" type="Prospecting" time="2026-03-02T07:00:00Z">
      <objects><relationship object-id="7" qualifier="of"/></objects>
    </event>
  </events>
</log>
"""


def ocel_sqlite() -> bytes:
    """Return the log as a file of SQLite."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(
            """
            CREATE TABLE event (ocel_id TEXT, ocel_type TEXT);
            CREATE TABLE object (ocel_id TEXT, ocel_type TEXT);
            CREATE TABLE event_map_type (ocel_type TEXT, ocel_type_map TEXT);
            CREATE TABLE object_map_type (ocel_type TEXT, ocel_type_map TEXT);
            CREATE TABLE event_object
              (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
            CREATE TABLE event_Proposal (ocel_id TEXT, ocel_time TIMESTAMP);
            CREATE TABLE event_Prospecting (ocel_id TEXT, ocel_time TIMESTAMP);
            CREATE TABLE object_Deal (ocel_id TEXT, ocel_time TIMESTAMP,
              ocel_changed_field TEXT, price TEXT, note TEXT);
            CREATE TABLE object_Person
              (ocel_id TEXT, ocel_time TIMESTAMP, ocel_changed_field TEXT);
            INSERT INTO event VALUES ('e2', 'Proposal'), ('e1', 'Prospecting');
            INSERT INTO object VALUES ('7', 'deal'), ('3', 'person');
            INSERT INTO event_map_type VALUES ('Proposal', 'Proposal'),
              ('Prospecting', 'Prospecting');
            INSERT INTO object_map_type VALUES ('deal', 'Deal'), ('person', 'Person');
            INSERT INTO event_object VALUES ('e2', '3', 'by'), ('e2', '7', 'of'),
              ('e1', '7', 'of');
            INSERT INTO event_Proposal VALUES ('e2', '2026-03-05T07:00:00Z');
            INSERT INTO event_Prospecting VALUES ('e1', '2026-03-02 07:00:00');
            INSERT INTO object_Deal VALUES
              ('7', '1970-01-01 00:00:00', NULL, '1000', NULL),
              ('7', '2026-03-03T07:00:00Z', 'price', '1200.50', NULL);
            INSERT INTO object_Person VALUES ('3', '1970-01-01 00:00:00', NULL);
            """
        )
        return base.serialize()
