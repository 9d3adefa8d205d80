// What bindings.cpp calls while it analyzes: the module's member `told`, where somebody put a function there.
mergeInto(LibraryManager.library, {
  ailamgi_told: function (percent) {
    return Module['told'] ? Module['told'](percent) : true;
  },
});
