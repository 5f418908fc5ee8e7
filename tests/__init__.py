"""Tests; the folders mirror the packages of kimdesk."""
