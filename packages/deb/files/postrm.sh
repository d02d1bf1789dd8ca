#!/bin/sh
# Takes nothing away and starts nothing. The data belongs to whoever worked with Dankbel, and stays.
set -e
case "$1" in
  remove | purge)
    case "${LC_ALL:-${LC_MESSAGES:-$LANG}}" in
      nl*)
        echo 'Dankbel is van deze computer. De gegevens zijn er nog: in ~/.local/share/dankbel van ieder die ermee werkte,'
        echo 'en het beleid in /etc/dankbel. Wat nog niet in het CRM staat, staat alleen daar. Weggooien doe je zelf.'
        ;;
      *)
        echo 'Dankbel is off this computer. The data is still there: in ~/.local/share/dankbel of everybody who worked'
        echo 'with it, and the policy in /etc/dankbel. What is not yet in the CRM is only there. Deleting it is up to you.'
        ;;
    esac
    ;;
esac
