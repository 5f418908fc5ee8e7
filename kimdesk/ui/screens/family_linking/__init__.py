"""Linking: referrals and their state, who goes on with the family, case conferences with minutes and consents."""
