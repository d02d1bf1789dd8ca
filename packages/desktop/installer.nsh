; What Dankbel adds to electron-builder's installer: when it is removed by a person it asks about the data of that person,
; and keeps it unless told otherwise. Removing it silently, or for an update, never asks and never deletes.
!ifdef BUILD_UNINSTALLER
  !macro customHeader
    LangString dankbelData ${LANG_DUTCH} "Ook de gegevens van Dankbel op deze computer verwijderen?$\r$\n$\r$\nHet gaat om $LOCALAPPDATA\Dankbel. Wat nog niet in het CRM staat, staat alleen daar en komt niet terug. Kies Nee als je het niet zeker weet."
    LangString dankbelData ${LANG_ENGLISH} "Delete the data of Dankbel on this computer as well?$\r$\n$\r$\nIt is in $LOCALAPPDATA\Dankbel. What is not yet in the CRM is only there, and does not come back. Choose No when you are not sure."
    LangString dankbelLeft ${LANG_DUTCH} "Niet alles kon worden verwijderd. Kijk in $LOCALAPPDATA\Dankbel."
    LangString dankbelLeft ${LANG_ENGLISH} "Not everything could be deleted. Look in $LOCALAPPDATA\Dankbel."
  !macroend

  !macro customUnInstall
    ${ifNot} ${isUpdated}
    ${andIfNot} ${Silent}
      ; For all users the shell would look in the folder of the machine; the data is each person's own.
      SetShellVarContext current
      ${if} ${FileExists} "$LOCALAPPDATA\Dankbel\*.*"
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(dankbelData)" /SD IDNO IDNO dankbelKeepData
        RMDir /r "$LOCALAPPDATA\Dankbel"
        ${if} ${FileExists} "$LOCALAPPDATA\Dankbel\*.*"
          MessageBox MB_OK|MB_ICONEXCLAMATION "$(dankbelLeft)" /SD IDOK
        ${endIf}
        dankbelKeepData:
      ${endIf}
      ${if} $installMode == "all"
        SetShellVarContext all
      ${endIf}
    ${endIf}
  !macroend
!endif
